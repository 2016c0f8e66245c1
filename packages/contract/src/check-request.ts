import { Type, type Static } from 'typebox';
import { FORMATS } from './lists.ts';
import { OneOf } from './text.ts';

/** What a person reads on the pack (R13), as written there: `b 03`, `LOT B03`, `30/06/2027`, `06/2027`. */
export const Printed = Type.Object(
  {
    lot: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    expiry: Type.Optional(Type.String({ minLength: 4, maxLength: 20 })),
    made: Type.Optional(Type.String({ minLength: 4, maxLength: 20 })),
  },
  { additionalProperties: false },
);
export type Printed = Static<typeof Printed>;

/** Where the check is made: an area code, or a position that the phone rounded to 0.05 degrees. */
export const Place = Type.Union([
  Type.Object({ area: Type.String({ pattern: '^[0-9]{2,5}$' }) }, { additionalProperties: false }),
  Type.Object(
    {
      near: Type.Tuple([
        Type.Number({ minimum: -90, maximum: 90 }),
        Type.Number({ minimum: -180, maximum: 180 }),
      ]),
    },
    { additionalProperties: false },
  ),
]);
export type Place = Static<typeof Place>;

/** Body of `POST /v1/checks` (design section 10). At most 8 kB. */
export const CheckRequest = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 4096 }),
    format: OneOf(FORMATS),
    /** Symbology identifier of ISO/IEC 15424, when the decoder tells it apart from the text. */
    aim: Type.Optional(Type.String({ pattern: '^\\][A-Za-z][0-9A-Za-z]$' })),
    place: Type.Optional(Place),
    /** HMAC(secret of the phone, gtin and serial): 16 bytes in hex, another one for every code. */
    device: Type.Optional(Type.String({ pattern: '^[0-9a-f]{32}$' })),
    /** 8 random bytes in hex, made once a scan and the same on every retry of it. */
    attempt: Type.Optional(Type.String({ pattern: '^[0-9a-f]{16}$' })),
    innerCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    printed: Type.Optional(Printed),
  },
  { additionalProperties: false },
);
export type CheckRequest = Static<typeof CheckRequest>;
