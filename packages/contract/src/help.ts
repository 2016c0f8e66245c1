import { Type, type Static } from 'typebox';
import { OneOf, Day, Localised } from './text.ts';

export const Pictured = Type.Object(
  {
    text: Localised,
    picture: Type.Optional(Type.String({ description: 'A path on this service' })),
  },
  { description: 'A sentence with its picture' },
);
export type Pictured = Static<typeof Pictured>;

export const Alert = Type.Object(
  {
    kind: OneOf(['recall', 'warning', 'decision', 'maker-report'] as const),
    lots: Type.Array(Type.String(), {
      description: 'Lots that it names, as printed; empty where it is about the product or a date rule',
    }),
    madeAfter: Type.Optional(Day),
    madeBefore: Type.Optional(Day),
    by: Localised,
    number: Type.Optional(Type.String()),
    date: Day,
    until: Type.Optional(Day),
    reason: Localised,
  },
  { description: "One open recall, warning, decision or maker's block of the product" },
);
export type Alert = Static<typeof Alert>;

export const Contact = Type.Object(
  {
    role: OneOf(['maker', 'importer', 'authority', 'consumer-line'] as const),
    name: Localised,
    phone: Type.Optional(Type.String()),
    email: Type.Optional(Type.String()),
    web: Type.Optional(Type.String()),
  },
  { description: 'Whom to ask: taken from the file of the verified registrant, never from the pack' },
);
export type Contact = Static<typeof Contact>;

export const Help = Type.Object(
  {
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
  },
  { description: 'What a shopper can do with the pack in the hand' },
);
export type Help = Static<typeof Help>;
