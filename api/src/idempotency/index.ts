export { joinTransaction } from './join-transaction.ts';
export { once } from './once.ts';
