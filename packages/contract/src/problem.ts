import { Type, type Static } from 'typebox';
import { PROBLEMS, type ProblemCode } from './lists.ts';
import { OneOf } from './text.ts';

const codes = Object.keys(PROBLEMS) as ProblemCode[];

/** Problem details (RFC 9457) for everything that is not an answer, each with a remedy in both languages. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: OneOf(codes),
  detail: Type.Optional(Type.String()),
  remedy: Type.Object({ vi: Type.String(), en: Type.String() }),
  /** For `misread` and `malformed-code`: what is wrong, out of the closed list of `packages/gs1`. */
  why: Type.Optional(Type.String()),
  /** For `invalid-request`: which part of the request. */
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
});
export type Problem = Static<typeof Problem>;
