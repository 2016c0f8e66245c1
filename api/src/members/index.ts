export { acceptInvitation } from './accept-invitation.ts';
export { applyAsMaker } from './apply-as-maker.ts';
export { changeRole } from './change-role.ts';
export { inviteMember } from './invite-member.ts';
export { listMembers } from './list-members.ts';
export { removeMember } from './remove-member.ts';
