import { Type, type Static } from 'typebox';
import { CATEGORIES } from './lists.ts';
import { OneOf } from './text.ts';

/** Body of `POST /v1/products/lookup`: what is registered under these numbers; no verdict, and nothing is written. */
export const Lookup = Type.Object(
  {
    gtins: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 14 }), { maxItems: 500 })),
    registrationNumbers: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 500 }),
    ),
  },
  { additionalProperties: false },
);
export type Lookup = Static<typeof Lookup>;

/** A product of a verified maker. */
export const FoundProduct = Type.Object({
  gtin: Type.Optional(Type.String()),
  name: Type.String(),
  brand: Type.Optional(Type.String()),
  category: OneOf(CATEGORIES),
  registrationNumber: Type.Optional(Type.String()),
  registrant: Type.String(),
});

export const LookupReply = Type.Object({
  gtins: Type.Array(
    Type.Object({
      asked: Type.String(),
      product: Type.Optional(FoundProduct),
      malformed: Type.Optional(Type.Boolean({ description: 'Its check digit is wrong' })),
    }),
  ),
  registrationNumbers: Type.Array(
    Type.Object({ asked: Type.String(), products: Type.Array(FoundProduct, { maxItems: 20 }) }),
  ),
});
export type LookupReply = Static<typeof LookupReply>;
