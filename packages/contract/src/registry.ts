import { Type, type Static } from 'typebox';
import { Id } from './organisation.ts';
import { CATEGORIES, PACKS } from './lists.ts';
import { Day, Localised, OneOf } from './text.ts';

const exact = { additionalProperties: false };
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Gtin = Type.String({ pattern: '^[0-9]{8}$|^[0-9]{12,14}$', description: '8, 12, 13 or 14 digits' });

export const CODINGS = ['unit-codes', 'none', 'barcode-only'] as const;

/** Body of `POST /v1/products`. */
export const NewProduct = Type.Object(
  {
    gtin: Type.Optional(Gtin),
    name: Text(200),
    brand: Type.Optional(Text(100)),
    netContent: Type.Optional(Text(50)),
    category: OneOf(CATEGORIES),
    pack: OneOf(PACKS),
    coding: OneOf(
      CODINGS,
      'unit-codes: packs carry them; none; barcode-only: granted to low-risk products alone',
    ),
    unitCodesSince: Type.Optional(Day),
    registrationNumber: Type.Optional(Text(40)),
    importer: Type.Optional(Text(200)),
    markets: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]{2}$' }), { maxItems: 250 })),
    lotsCompleteSince: Type.Optional(Day),
  },
  { ...exact, examples: [{ name: 'Xà phòng', category: 'household', pack: 'box', coding: 'none' }] },
);
export type NewProduct = Static<typeof NewProduct>;

export const ListedProduct = Type.Object({
  id: Id,
  gtin: Type.Optional(Type.String({ description: 'In 14 digits; absent for a product without one' })),
  name: Type.String(),
  category: OneOf(CATEGORIES),
  coding: OneOf(CODINGS),
  registrationNumber: Type.Optional(Type.String()),
});
export type ListedProduct = Static<typeof ListedProduct>;

/** Body of `POST /v1/batches`. */
export const NewBatch = Type.Object(
  {
    productId: Id,
    lot: Type.String({ minLength: 1, maxLength: 20, description: 'AI 10, as it is printed' }),
    made: Type.Optional(Day),
    expiry: Type.Optional(Day),
    activeFrom: Type.Optional(Day),
  },
  exact,
);

export const BatchNumber = Type.Integer({ minimum: 1 });

/** Body of `POST /v1/batches/{batch}/recall`. */
export const NewRecall = Type.Object({ reason: Localised, until: Type.Optional(Day) }, exact);

/** Body of `POST /v1/codes`: serials for a product, of a lot or reserved for one to come. */
export const CodeOrder = Type.Object(
  {
    productId: Id,
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    batchId: Type.Optional(BatchNumber),
    innerCodes: Type.Optional(Type.Boolean()),
  },
  exact,
);

/** Serials that were issued together; indices count within the epoch and are never given out twice. */
export const CodeRange = Type.Object({
  productId: Id,
  epoch: Type.Integer(),
  first: Type.Integer({ minimum: 0 }),
  last: Type.Integer({ minimum: 0 }),
});

/** Body of `POST /v1/organisations/{id}/verification`. */
export const Verification = Type.Object({ how: Localised }, exact);

/** Body of `POST /v1/organisations/{id}/suspension`. */
export const Suspension = Type.Object({ reason: Localised }, exact);
