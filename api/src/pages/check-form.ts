import { type Static, Type } from 'typebox';
import type { CheckRequest } from '@assay/contract';
import { check, type CheckDeps } from '../checks/index.ts';
import type { View } from './pages.ts';

type AnswerView = Extract<View, { kind: 'answer' }>;

/** No NUL: PostgreSQL's text cannot hold it. */
const Words = (options: { minLength?: number; maxLength: number }) =>
  Type.String({ ...options, pattern: '^[^\\u0000]*$' });
const Field = (maxLength: number) => Type.Optional(Words({ maxLength }));

/** The form without script; an empty field is one that was not filled in. */
export const FormBody = Type.Object(
  {
    text: Words({ minLength: 1, maxLength: 4096 }),
    lot: Field(40),
    expiry: Field(20),
    inner: Field(20),
    /** The key of the first of two readings, as the page before gave it (R10). */
    again: Field(4096),
    lang: Field(5),
  },
  { additionalProperties: false },
);

/**
 * Checks what was typed into the form, exactly as `POST /v1/checks` does.
 *
 * @throws ProblemError as `check` does
 */
export async function checkForm(
  deps: CheckDeps,
  form: Static<typeof FormBody>,
  attempt: Pick<CheckRequest, 'attempt'>,
): Promise<AnswerView> {
  const text = form.text.trim();
  const printed = { ...filled('lot', form.lot), ...filled('expiry', form.expiry) };
  const request: CheckRequest = {
    ...attempt,
    text,
    format: 'typed',
    ...(Object.keys(printed).length ? { printed } : {}),
    ...filled('innerCode', form.inner),
  };
  const answer = await check(deps, request);
  return { kind: 'answer', answer, text, ...filled('again', form.again) };
}

function filled<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  const text = value?.trim();
  return text ? ({ [name]: text } as { [Key in Name]: string }) : {};
}
