import { type ReadingCount, readingKey } from '../answer/index.ts';
import type { View } from './page.ts';

/** Whether an answer is of the second of two equal readings: the same identity, and the same print (R10). */
export function countOf({ answer, again }: Extract<View, { kind: 'answer' }>): ReadingCount {
  return again === readingKey(answer) ? 'second' : 'first';
}
