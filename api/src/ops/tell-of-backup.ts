import type { Manifest, Restored } from '../backup/index.ts';

/** A backup in a line. */
export function tellOf({ takenAt, demo, migration, tables, blobs }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = [...tables, ...blobs].reduce((sum, file) => sum + file.bytes, 0);
  return (
    `${demo ? 'the demo world' : 'the registry'} of ${takenAt}, at ${migration}: ${rows} rows in ${tables.length} tables, ` +
    `${blobs.length} files, ${(bytes / 1e6).toFixed(1)} MB`
  );
}

export function tellEpochs({ opened, full }: Restored['epochs']): string {
  const words = `${opened} products issue in a new key epoch; the old ones only verify.`;
  if (full.length === 0) return words;
  return `${words}\nThese have as many epochs as they may, and issue again once one is revoked: ${full.join(', ')}.`;
}

/** What the operator must do by hand. */
export function tellLost(takenAt: string): string {
  return (
    `What happened after ${takenAt} is lost. Repeat decisions, recalls, withdrawals and suspensions, and take back ` +
    'access and API keys that were taken back then. Codes that were issued after it answer "not yet listed", and each ' +
    'check of one raises an alarm. See docs/backup.md.'
  );
}
