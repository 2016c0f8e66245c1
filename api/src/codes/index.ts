export { commission } from './commission.ts';
export { epochRow, issuerBytes } from './epoch-row.ts';
export { runsOf } from './find-indexes.ts';
export { importCodes, type ImportResult } from './import-codes.ts';
export { issueCodes, type IssuedRange } from './issue-codes.ts';
export { listSerials } from './list-serials.ts';
export { revokeEpoch } from './revoke-epoch.ts';
export { rotateEpoch } from './rotate-epoch.ts';
export { withdrawCodes } from './withdraw-codes.ts';
