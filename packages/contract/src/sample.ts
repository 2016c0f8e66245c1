import { Type, type Static } from 'typebox';
import { FORMATS, REASONS, VERDICTS } from './lists.ts';
import { Localised, OneOf } from './text.ts';

export const Sample = Type.Object(
  {
    text: Type.String(),
    format: OneOf(FORMATS),
    verdict: OneOf(VERDICTS),
    reason: OneOf(REASONS),
    title: Localised,
  },
  { description: 'One printable code of the demo world and the answer that it gets' },
);
export type Sample = Static<typeof Sample>;
