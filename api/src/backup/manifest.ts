import { type Static, Type } from 'typebox';

const exact = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0 });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** One table of the backup; its rows lie in `tables/NAME.copy.gz`. */
const Table = Type.Object(
  {
    /** With its schema: `app.product`. */
    name: Type.String(),
    /** In the order of the file. */
    columns: Type.Array(Type.String()),
    rows: Count,
    /** Sum over the rows of a digest of each: the same however they are ordered (`contents-of.ts`). */
    contents: Type.String({ pattern: '^-?[0-9]+$' }),
    /** Of the file, as it lies on the disk. */
    bytes: Count,
    sha256: Sha256,
  },
  exact,
);
export type Table = Static<typeof Table>;

/** A file of the blob store, which is named by its SHA-256; it lies in `blobs/`. */
const Blob = Type.Object({ sha256: Sha256, bytes: Count }, exact);
export type Blob = Static<typeof Blob>;

/** What a backup holds, of which database, and of which moment. */
export const Manifest = Type.Object(
  {
    format: Type.Literal('assay-backup'),
    version: Type.Literal(1),
    /** The moment whose state it is, by the database's clock. */
    takenAt: Type.String(),
    /** The newest migration of the database. */
    migration: Type.String(),
    /** Version of PostgreSQL. */
    server: Type.String(),
    demo: Type.Boolean(),
    /** Fingerprints of the keys without which nothing in it verifies, by purpose. */
    keys: Type.Record(Type.String(), Type.String()),
    tables: Type.Array(Table),
    /** The last number that each sequence has given out. */
    sequences: Type.Record(Type.String(), Count),
    /** Days of which single checks are kept in a partition of their own. */
    eventDays: Type.Array(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
    blobs: Type.Array(Blob),
  },
  exact,
);
export type Manifest = Static<typeof Manifest>;
