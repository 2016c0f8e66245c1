import { Type, type Static } from 'typebox';
import { OneOf, Day, Localised } from './text.ts';

/** A picture with its sentence; `picture` is a path on this service. */
export const Pictured = Type.Object({ text: Localised, picture: Type.Optional(Type.String()) });
export type Pictured = Static<typeof Pictured>;

/** One open recall, warning, decision or maker's block of the product. */
export const Alert = Type.Object({
  kind: OneOf(['recall', 'warning', 'decision', 'maker-report'] as const),
  /** Lots that it names, as printed; empty where it is about the product or a date rule. */
  lots: Type.Array(Type.String()),
  madeAfter: Type.Optional(Day),
  madeBefore: Type.Optional(Day),
  by: Localised,
  number: Type.Optional(Type.String()),
  date: Day,
  until: Type.Optional(Day),
  reason: Localised,
});
export type Alert = Static<typeof Alert>;

/** Whom to ask: taken from the file of the verified registrant, never from the pack. */
export const Contact = Type.Object({
  role: OneOf(['maker', 'importer', 'authority', 'consumer-line'] as const),
  name: Localised,
  phone: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
  web: Type.Optional(Type.String()),
});
export type Contact = Static<typeof Contact>;

/** What a shopper can do with the pack in the hand (design section 1). Each field may be absent. */
export const Help = Type.Object({
  whereCode: Type.Optional(Pictured),
  unitCodesSince: Type.Optional(Day),
  compare: Type.Optional(Type.Array(Pictured, { maxItems: 5 })),
  alerts: Type.Optional(Type.Array(Alert)),
  knownFakes: Type.Optional(Type.Array(Pictured)),
  contacts: Type.Optional(Type.Array(Contact)),
  officialLookup: Type.Optional(
    Type.Object({
      agency: Localised,
      host: Type.String(),
      url: Type.String(),
      number: Type.Optional(Type.String()),
    }),
  ),
  price: Type.Optional(Type.Object({ text: Type.String(), source: Localised, date: Day })),
  emergency: Type.Optional(Type.String()),
});
export type Help = Static<typeof Help>;
