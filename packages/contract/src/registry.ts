import { Type, type Static } from 'typebox';
import { Id } from './organisation.ts';
import { Pictured } from './help.ts';
import { CATEGORIES, CODINGS, PACKS } from './lists.ts';
import { Day, Instant, Localised, OneOf } from './text.ts';

const exact = { additionalProperties: false };
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Sentence = Type.Object({ vi: Text(500), en: Text(500) }, exact);
const HelpText = Type.Object({ text: Sentence }, exact);
const Gtin = Type.String({ pattern: '^[0-9]{8}$|^[0-9]{12,14}$', description: '8, 12, 13 or 14 digits' });

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

/** What a maker says of a product beyond what stands on it; a picture is given by itself. */
export const ProductHelp = Type.Object({
  whereCode: Type.Optional(Pictured),
  compare: Type.Optional(Type.Array(Pictured, { maxItems: 5 })),
  price: Type.Optional(
    Type.Object({ text: Text(100), source: Localised, date: Day }, { description: 'Publicly declared' }),
  ),
});

/** Fields of a digital product passport that no check needs. */
export const Passport = Type.Object(
  {
    countryOfOrigin: Type.Optional(Text(100)),
    manufacturer: Type.Optional(Text(300)),
    ingredients: Type.Optional(Text(4000)),
    storage: Type.Optional(Text(500)),
    declaration: Type.Optional(Text(200)),
  },
  exact,
);

/** A product, as its maker sees it. */
export const Product = Type.Object({
  ...ListedProduct.properties,
  brand: Type.Optional(Type.String()),
  netContent: Type.Optional(Type.String()),
  pack: OneOf(PACKS),
  unitCodesSince: Type.Optional(Day),
  importer: Type.Optional(Type.String()),
  picture: Type.Optional(Type.String()),
  markets: Type.Optional(Type.Array(Type.String())),
  lotsCompleteSince: Type.Optional(Day),
  help: ProductHelp,
  passport: Passport,
  addedAt: Instant,
});
export type Product = Static<typeof Product>;

const Cleared = <const T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Null()]));

/** Body of `PATCH /v1/products/{product}`: what is named is changed, null takes it away. */
export const ProductChange = Type.Object(
  {
    name: Type.Optional(Text(200)),
    brand: Cleared(Text(100)),
    netContent: Cleared(Text(50)),
    category: Type.Optional(OneOf(CATEGORIES)),
    pack: Type.Optional(OneOf(PACKS)),
    coding: Type.Optional(OneOf(CODINGS)),
    unitCodesSince: Cleared(Day),
    registrationNumber: Cleared(Text(40)),
    importer: Cleared(Text(200)),
    markets: Cleared(Type.Array(Type.String({ pattern: '^[a-z]{2}$' }), { maxItems: 250 })),
    lotsCompleteSince: Cleared(Day),
    help: Type.Optional(
      Type.Object(
        {
          whereCode: Cleared(HelpText),
          compare: Type.Optional(Type.Array(HelpText, { maxItems: 5 })),
          price: Cleared(Type.Object({ text: Text(100), source: Sentence, date: Day }, exact)),
        },
        exact,
      ),
    ),
    passport: Type.Optional(Passport),
  },
  { ...exact, minProperties: 1 },
);
export type ProductChange = Static<typeof ProductChange>;

/** Body of `POST /v1/batches`. */
export const NewBatch = Type.Object(
  {
    productId: Id,
    lot: Type.String({ minLength: 1, maxLength: 20, description: 'AI 10, as it is printed' }),
    made: Type.Optional(Day),
    expiry: Type.Optional(Day),
    activeFrom: Type.Optional(Day),
    listedCompletely: Type.Optional(
      Type.Boolean({ description: 'Every unit code of the lot is on file, or will be at once' }),
    ),
  },
  exact,
);
export type NewBatch = Static<typeof NewBatch>;

export const BatchNumber = Type.Integer({ minimum: 1 });

/** A lot, as its maker sees it. */
export const Batch = Type.Object({
  id: BatchNumber,
  productId: Id,
  lot: Type.String(),
  made: Type.Optional(Day),
  expiry: Type.Optional(Day),
  activeFrom: Type.Optional(Day),
  listedCompletely: Type.Boolean(),
  guessable: Type.Boolean({ description: 'Its imported serials can be guessed, so they prove nothing' }),
  openedAt: Instant,
  recall: Type.Optional(Type.Object({ on: Day, reason: Localised, until: Type.Optional(Day) })),
});
export type Batch = Static<typeof Batch>;

/** Body of `POST /v1/batches/{batch}/recall/lifting`. */
export const RecallLifting = Type.Object({ reason: Localised }, exact);

/** Body of `POST /v1/batches/{batch}/recall`. */
export const NewRecall = Type.Object({ reason: Localised, until: Type.Optional(Day) }, exact);
export type NewRecall = Static<typeof NewRecall>;

/** Body of `POST /v1/organisations/{id}/verification`. */
export const Verification = Type.Object({ how: Localised }, exact);

/** Body of `POST /v1/organisations/{id}/suspension`. */
export const Suspension = Type.Object({ reason: Localised }, exact);
