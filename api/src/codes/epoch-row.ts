import type { EpochRow } from '@assay/serials';
import type { epoch } from '../db/schema/index.ts';

/** The 16 bytes of an organisation's id. */
export function issuerBytes(organisationId: string): Buffer {
  return Buffer.from(organisationId.replaceAll('-', ''), 'hex');
}

/** A stored epoch in the form that `packages/serials` opens. */
export function epochRow(
  row: Pick<typeof epoch.$inferSelect, 'subject' | 'number' | 'issuerId' | 'wrapped' | 'state'>,
): EpochRow {
  return {
    subject: row.subject,
    epoch: row.number,
    issuer: issuerBytes(row.issuerId),
    wrapped: row.wrapped,
    state: row.state,
  };
}
