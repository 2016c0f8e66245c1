import { LRUCache } from 'lru-cache';
import type { Answer } from '@assay/contract';
import type { Facts } from './facts.ts';
import type { Question } from './read-request.ts';

/** Whatever is asked, these bound what is kept: some 50 MB. */
const MOST_ANSWERS = 20_000;
const LONGEST_NAME = 256;

/**
 * Answers to questions that touch no unit: the same facts, day and question give the same answer but for its time. They
 * belong to the very facts that they rest on, so what lowers those lowers them.
 */
export class ToldBefore {
  readonly #numbers = new WeakMap<Facts, number>();
  readonly #answers = new LRUCache<string, Answer>({ max: MOST_ANSWERS });
  #facts = 0;

  get(facts: Facts, today: string, question: Question): Answer | undefined {
    const number = this.#numbers.get(facts);
    return number === undefined ? undefined : this.#answers.get(nameOf(number, today, question));
  }

  keep(facts: Facts, today: string, question: Question, answer: Answer): void {
    let number = this.#numbers.get(facts);
    if (number === undefined) {
      number = ++this.#facts;
      this.#numbers.set(facts, number);
    }
    const name = nameOf(number, today, question);
    if (name.length <= LONGEST_NAME) this.#answers.set(name, answer);
  }
}

function nameOf(facts: number, today: string, { text, format, aim, printed }: Question): string {
  const pack = printed ? JSON.stringify([printed.lot, printed.expiry, printed.made]) : '';
  return `${facts} ${today} ${format} ${aim ?? ''} ${pack} ${text}`;
}
