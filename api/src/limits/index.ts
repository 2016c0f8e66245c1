export { type Limits, limitRequests } from './limit-requests.ts';
