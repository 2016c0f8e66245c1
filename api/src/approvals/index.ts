export { askApproval, type Asked } from './ask-approval.ts';
export { listApprovals } from './list-approvals.ts';
export { takeApproval } from './take-approval.ts';
