import { Type, type Static } from 'typebox';
import { PROBLEMS, type ProblemCode } from './lists.ts';
import { OneOf } from './text.ts';

const codes = Object.keys(PROBLEMS) as ProblemCode[];

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: OneOf(codes),
    detail: Type.Optional(Type.String()),
    remedy: Type.Object({ vi: Type.String(), en: Type.String() }),
    why: Type.Optional(
      Type.String({ description: 'For misread and malformed-code: what is wrong, out of a closed list' }),
    ),
    errors: Type.Optional(
      Type.Array(Type.Object({ path: Type.String(), message: Type.String() }), {
        description: 'For invalid-request: which part of the request',
      }),
    ),
  },
  {
    description:
      'Problem details (RFC 9457): everything that is not an answer, with a remedy in both languages',
  },
);
export type Problem = Static<typeof Problem>;
