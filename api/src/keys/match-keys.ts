import { PURPOSES } from './keys.ts';
import type { Keys, Purpose } from './keys.ts';

/** What runs a query: a pool or a client. */
export type Queryable = {
  query(sql: string, values?: unknown[]): Promise<{ rows: { purpose: string; fingerprint: string }[] }>;
};

/**
 * Compares our keys with the fingerprints that the database holds.
 *
 * @param options.record writes the fingerprints of purposes that the database does not know yet; for the migrating
 *   command alone.
 * @throws KeyMismatch when a key is another than the database knows, or the database knows none and we may not record.
 */
export async function matchKeys(
  database: Queryable,
  keys: Keys,
  options: { record: boolean },
): Promise<void> {
  if (options.record) await recordMissing(database, keys);
  const { rows } = await database.query('select purpose, fingerprint from app.key_fingerprint');
  const known = new Map(rows.map(({ purpose, fingerprint }) => [purpose, fingerprint]));
  for (const purpose of PURPOSES) {
    const expected = known.get(purpose);
    if (expected !== keys[purpose].id) throw new KeyMismatch(purpose, keys[purpose].id, expected);
  }
}

async function recordMissing(database: Queryable, keys: Keys): Promise<void> {
  await database.query(
    `insert into app.key_fingerprint (purpose, fingerprint)
     select * from unnest($1::text[], $2::text[]) on conflict (purpose) do nothing`,
    [PURPOSES, PURPOSES.map((purpose) => keys[purpose].id)],
  );
}

/** The keys given are not the keys of this database. */
export class KeyMismatch extends Error {
  override readonly name = 'KeyMismatch';

  constructor(purpose: Purpose, ours: string, expected: string | undefined) {
    super(
      expected === undefined
        ? `The database knows no ${purpose} key yet: run \`npm run ops -- migrate\` with these keys first.`
        : `The ${purpose} key ${ours} is not the key of this database (${expected}). ${CONSEQUENCE[purpose]} ` +
            'Point ASSAY_KEYS to the right folder, or restore the sealed copy of the keys.',
    );
  }
}

const CONSEQUENCE = {
  serials: 'Starting would make every genuine code "never issued".',
  tokens: 'Starting would make every link to an earlier check invalid.',
};
