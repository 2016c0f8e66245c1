import { Type, type Static } from 'typebox';
import { FORMATS } from './lists.ts';
import { OneOf } from './text.ts';

export const Printed = Type.Object(
  {
    lot: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    expiry: Type.Optional(Type.String({ minLength: 4, maxLength: 20 })),
    made: Type.Optional(Type.String({ minLength: 4, maxLength: 20 })),
  },
  {
    additionalProperties: false,
    description:
      'What a person reads on the pack, as written there: b 03, LOT B03, 30/06/2027, 06/2027 (R13)',
  },
);
export type Printed = Static<typeof Printed>;

const Attempt = Type.String({
  pattern: '^[0-9a-f]{16}$',
  description: '8 random bytes in hex, made once a scan and the same on every retry of it',
});

/** What a proxy may say of a check that names no attempt itself, so that it can ask another process again. */
export const CheckHeaders = Type.Object({ 'assay-attempt': Type.Optional(Attempt) });

export const Place = Type.Union(
  [
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
  ],
  {
    description:
      'Where the check is made, if the person chose to tell: an area code, or latitude and longitude that the phone rounded to 0.05 degrees',
  },
);
export type Place = Static<typeof Place>;

/** Body of `POST /v1/checks` (design section 10). At most 8 kB. */
export const CheckRequest = Type.Object(
  {
    text: Type.String({
      minLength: 1,
      maxLength: 4096,
      description: 'What the camera or the keyboard gave, unchanged',
    }),
    format: OneOf(FORMATS, "A name of the web's BarcodeDetector, or typed"),
    aim: Type.Optional(
      Type.String({
        pattern: '^\\][A-Za-z][0-9A-Za-z]$',
        description: 'Symbology identifier of ISO/IEC 15424, when the decoder tells it apart from the text',
      }),
    ),
    place: Type.Optional(Place),
    device: Type.Optional(
      Type.String({
        pattern: '^[0-9a-f]{32}$',
        description:
          'HMAC(secret of the phone, gtin and serial): 16 bytes in hex, another one for every code',
      }),
    ),
    attempt: Type.Optional(Attempt),
    innerCode: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 20,
        description:
          'The code under the scratch layer or inside the cap: it proves, once, that the pack was opened',
      }),
    ),
    printed: Type.Optional(Printed),
  },
  {
    additionalProperties: false,
    description: 'One scan. At most 8 kB; what is not named here is refused',
    examples: [{ text: '9521002000016', format: 'ean_13' }],
  },
);
export type CheckRequest = Static<typeof CheckRequest>;
