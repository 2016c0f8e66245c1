import { Type, type Static } from 'typebox';
import { Help } from './help.ts';
import {
  CATEGORIES,
  COMPARED_FIELDS,
  COMPARISONS,
  FLAGS,
  FORMATS,
  PACKS,
  REASONS,
  SCOPES,
  SOURCES,
  VERDICTS,
} from './lists.ts';
import { Day, Instant, Localised, OneOf } from './text.ts';

const maybeText = (description: string) => Type.Optional(Type.String({ description }));

export const Identity = Type.Object(
  {
    kind: OneOf([
      'trade-item',
      'store-internal',
      'publication',
      'other-key',
      'registration-number',
      'link',
      'other-scheme',
      'plain',
    ] as const),
    symbology: OneOf(FORMATS),
    gtin: Type.Optional(Type.String({ pattern: '^\\d{14}$' })),
    lot: Type.Optional(Type.String()),
    serial: Type.Optional(Type.String()),
    expiry: Type.Optional(Day),
    made: Type.Optional(Day),
    registrationNumber: maybeText('A registration number as typed'),
    pattern: maybeText('Id of the pattern that the registration number fits'),
    alternativeGtin: maybeText('The barcode that the same digits would be, offered second'),
    host: maybeText('Host of a link that is not ours'),
    url: Type.Optional(Type.String()),
    scheme: maybeText('A public scheme that the country knows, where the host belongs to one'),
    makersOwn: Type.Optional(
      Type.Boolean({ description: 'Whether the verified maker of the product declared this host' }),
    ),
    text: Type.Optional(Type.String()),
  },
  {
    description:
      'What was read from the code. kind says how it was understood; only its own fields are present',
  },
);
export type Identity = Static<typeof Identity>;

export const ProductCard = Type.Object({
  name: Type.String(),
  brand: Type.Optional(Type.String()),
  netContent: Type.Optional(Type.String()),
  category: OneOf(CATEGORIES),
  highRisk: Type.Boolean(),
  pack: OneOf(PACKS),
  unitCodes: Type.Boolean({ description: 'Whether its packs carry unit codes' }),
  registrationNumber: Type.Optional(Type.String()),
  importer: Type.Optional(Type.String()),
  picture: Type.Optional(Type.String()),
  markets: Type.Optional(Type.Array(Type.String())),
});
export type ProductCard = Static<typeof ProductCard>;

export const Registrant = Type.Object(
  {
    name: Type.String(),
    status: OneOf(['pending', 'verified', 'suspended'] as const),
    verifiedOn: Type.Optional(Day),
    verifiedHow: Type.Optional(Localised),
    suspendedOn: Type.Optional(Day),
    suspendedFor: Type.Optional(Localised),
  },
  {
    description:
      'Who claims the code, and what was verified of them: their identity, never the quality of goods',
  },
);
export type Registrant = Static<typeof Registrant>;

export const History = Type.Object(
  {
    first: Day,
    checks: Type.Integer({ minimum: 1, description: 'The number of this check; 1 is the first' }),
    places: Type.Integer({ minimum: 0, description: 'In how many provinces' }),
  },
  { description: 'Checks of this unit so far' },
);
export type History = Static<typeof History>;

export const Accusation = Type.Object(
  {
    kind: OneOf(['authority', 'maker'] as const),
    by: Localised,
    number: Type.Optional(Type.String()),
    case: Type.Optional(Type.String()),
    date: Day,
    scope: OneOf(SCOPES),
    lot: Type.Optional(Type.String()),
    reason: Localised,
    appealUntil: Type.Optional(Day),
    copied: Type.Optional(
      Type.Boolean({ description: 'The decision found one registered serial printed on many packs' }),
    ),
  },
  {
    description:
      'Who says that goods with this code are counterfeit, or that it is blocked, and until when it may be appealed',
  },
);
export type Accusation = Static<typeof Accusation>;

export const Warning = Type.Object(
  {
    by: Localised,
    number: Type.Optional(Type.String()),
    date: Day,
    lot: Type.Optional(Type.String()),
    name: Type.Optional(Type.String()),
    reason: Localised,
  },
  { description: 'A dated notice of an authority that has concluded nothing yet' },
);
export type Warning = Static<typeof Warning>;

export const Recall = Type.Object(
  { lot: Type.String(), by: Localised, date: Day, until: Type.Optional(Day), reason: Localised },
  { description: 'The recall of the lot of this pack' },
);
export type Recall = Static<typeof Recall>;

export const Compared = Type.Object(
  {
    field: OneOf(COMPARED_FIELDS),
    printed: Type.String(),
    registered: Type.Optional(Type.String()),
    result: OneOf(COMPARISONS),
  },
  { description: "What is printed on the pack beside what stands in the maker's file" },
);
export type Compared = Static<typeof Compared>;

/** The one answer to a check (design section 1). */
export const Answer = Type.Object(
  {
    verdict: OneOf(VERDICTS),
    scope: OneOf(
      SCOPES,
      'What the verdict is about: one pack, every pack of a lot, or every pack of a product',
    ),
    reasons: Type.Array(OneOf(REASONS), {
      minItems: 1,
      description: 'The most important first; the first gives the verdict',
    }),
    flags: Type.Array(OneOf(FLAGS), { description: 'What else holds, whatever the verdict' }),
    identity: Identity,
    product: Type.Optional(ProductCard),
    registrant: Type.Optional(Registrant),
    batch: Type.Optional(
      Type.Object(
        { lot: Type.String(), expiry: Type.Optional(Day), made: Type.Optional(Day) },
        { description: "What the maker's file says of this pack's lot" },
      ),
    ),
    history: Type.Optional(History),
    accusation: Type.Optional(Accusation),
    warning: Type.Optional(Warning),
    recall: Type.Optional(Recall),
    /** The day that made the pack expired, where flag `expired` is up. */
    expiredOn: Type.Optional(Day),
    compared: Type.Array(Compared),
    help: Help,
    asOf: Instant,
    age: Type.Integer({ minimum: 0, description: 'Milliseconds since the facts were known to be fresh' }),
    source: OneOf(SOURCES),
    checkId: Type.String({ description: 'Opens this answer again: GET /v1/checks/{checkId}' }),
    demo: Type.Optional(Type.Boolean({ description: 'Of an invented world, not of goods that exist' })),
  },
  { description: 'What is known about the code on a pack. Only HTTP 200 carries it' },
);
export type Answer = Static<typeof Answer>;

export const CheckAgain = Type.Object(
  {
    then: Type.Object({ verdict: OneOf(VERDICTS), reasons: Type.Array(OneOf(REASONS)), day: Day }),
    now: Answer,
    changed: Type.Boolean({ description: 'Whether verdict or first reason are others now' }),
  },
  { description: 'What was said then, and what is known now, without counting as a check' },
);
export type CheckAgain = Static<typeof CheckAgain>;
