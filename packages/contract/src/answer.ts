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

/** What was read from the code. `kind` says how it was understood; only its own fields are present. */
export const Identity = Type.Object({
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
  /** A registration number as typed, and the id of the pattern that it fits. */
  registrationNumber: Type.Optional(Type.String()),
  pattern: Type.Optional(Type.String()),
  /** The barcode that the same digits would be, offered second. */
  alternativeGtin: Type.Optional(Type.String()),
  /** Host of a link that is not ours; `scheme` when it is a known public scheme of the country pack. */
  host: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
  scheme: Type.Optional(Type.String()),
  /** Whether the host of the link was declared by the verified maker of the product. */
  makersOwn: Type.Optional(Type.Boolean()),
  text: Type.Optional(Type.String()),
});
export type Identity = Static<typeof Identity>;

export const ProductCard = Type.Object({
  name: Type.String(),
  brand: Type.Optional(Type.String()),
  netContent: Type.Optional(Type.String()),
  category: OneOf(CATEGORIES),
  highRisk: Type.Boolean(),
  pack: OneOf(PACKS),
  /** Whether its packs carry unit codes. */
  unitCodes: Type.Boolean(),
  registrationNumber: Type.Optional(Type.String()),
  importer: Type.Optional(Type.String()),
  picture: Type.Optional(Type.String()),
  markets: Type.Optional(Type.Array(Type.String())),
});
export type ProductCard = Static<typeof ProductCard>;

/** Who claims the code, and what was verified of them: their identity, never the quality of goods. */
export const Registrant = Type.Object({
  name: Type.String(),
  status: OneOf(['pending', 'verified', 'suspended'] as const),
  verifiedOn: Type.Optional(Day),
  verifiedHow: Type.Optional(Localised),
  suspendedOn: Type.Optional(Day),
  suspendedFor: Type.Optional(Localised),
});
export type Registrant = Static<typeof Registrant>;

/** Checks of this unit so far; `checks` is the number of this one (1: the first). */
export const History = Type.Object({
  first: Day,
  checks: Type.Integer({ minimum: 1 }),
  places: Type.Integer({ minimum: 0 }),
});
export type History = Static<typeof History>;

/** Who says that goods with this code are counterfeit, or that it is blocked, and until when it may be appealed. */
export const Accusation = Type.Object({
  kind: OneOf(['authority', 'maker'] as const),
  by: Localised,
  number: Type.Optional(Type.String()),
  case: Type.Optional(Type.String()),
  date: Day,
  scope: OneOf(SCOPES),
  lot: Type.Optional(Type.String()),
  reason: Localised,
  appealUntil: Type.Optional(Day),
  /** The decision found one genuine serial printed on many packs. */
  copied: Type.Optional(Type.Boolean()),
});
export type Accusation = Static<typeof Accusation>;

/** A dated notice of an authority that has concluded nothing yet. */
export const Warning = Type.Object({
  by: Localised,
  number: Type.Optional(Type.String()),
  date: Day,
  lot: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  reason: Localised,
});
export type Warning = Static<typeof Warning>;

export const Recall = Type.Object({
  lot: Type.String(),
  by: Localised,
  date: Day,
  until: Type.Optional(Day),
  reason: Localised,
});
export type Recall = Static<typeof Recall>;

export const Compared = Type.Object({
  field: OneOf(COMPARED_FIELDS),
  printed: Type.String(),
  registered: Type.Optional(Type.String()),
  result: OneOf(COMPARISONS),
});
export type Compared = Static<typeof Compared>;

/** The one answer to a check (design section 1). Only HTTP 200 carries it (R1). */
export const Answer = Type.Object({
  verdict: OneOf(VERDICTS),
  scope: OneOf(SCOPES),
  /** The most important first, never empty. */
  reasons: Type.Array(OneOf(REASONS), { minItems: 1 }),
  flags: Type.Array(OneOf(FLAGS)),
  identity: Identity,
  product: Type.Optional(ProductCard),
  registrant: Type.Optional(Registrant),
  /** What the maker's file says of this pack's lot. */
  batch: Type.Optional(
    Type.Object({ lot: Type.String(), expiry: Type.Optional(Day), made: Type.Optional(Day) }),
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
  /** Milliseconds since the facts were known to be fresh; the phone refuses an old answer. */
  age: Type.Integer({ minimum: 0 }),
  source: OneOf(SOURCES),
  checkId: Type.String(),
  /** The demo world: every page says so. */
  demo: Type.Optional(Type.Boolean()),
});
export type Answer = Static<typeof Answer>;

/** Answer of `GET /v1/checks/{checkId}`: what was said then, and what is known now, without observing a check. */
export const CheckAgain = Type.Object({
  then: Type.Object({ verdict: OneOf(VERDICTS), reasons: Type.Array(OneOf(REASONS)), day: Day }),
  now: Answer,
  changed: Type.Boolean(),
});
export type CheckAgain = Static<typeof CheckAgain>;
