import type { Answer } from '@assay/contract';
import type { Speaker } from '../i18n/index.ts';

/** What a person typed off the pack and differs from the file, or nothing where the code itself said so. */
export function printedByHand({ compared, identity }: Answer, speaker: Speaker): string | undefined {
  const typed = compared.filter(
    ({ field, printed, result }) => result === 'differs' && printed !== identity[field],
  );
  if (typed.length === 0) return undefined;
  return typed.map(({ field, printed }) => `${speaker.say(`field.${field}`)} ${printed}`).join(', ');
}
