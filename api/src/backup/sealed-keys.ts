import { type Static, Type } from 'typebox';

const Key = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** What stands in the sealed file: each key as its file in the keys folder holds it. */
export const SealedKeys = Type.Object({
  format: Type.Literal('assay-keys'),
  version: Type.Literal(1),
  serials: Key,
  tokens: Key,
});
export type SealedKeys = Static<typeof SealedKeys>;
