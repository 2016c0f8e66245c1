import type { Answer } from '@assay/contract';
import type { Facts } from './facts.ts';
import type { Question } from './read-request.ts';

const MOST_QUESTIONS = 64;

interface Told {
  today: string;
  answers: Map<string, Answer>;
}

/**
 * Answers to questions that touch no unit: the same facts, day and question give the same answer but for its time. They
 * live and die with the facts that they rest on, so what lowers those lowers them.
 */
export class ToldBefore {
  readonly #told = new WeakMap<Facts, Told>();

  get(facts: Facts, today: string, question: Question): Answer | undefined {
    const told = this.#told.get(facts);
    return told?.today === today ? told.answers.get(nameOf(question)) : undefined;
  }

  keep(facts: Facts, today: string, question: Question, answer: Answer): void {
    let told = this.#told.get(facts);
    if (told?.today !== today || told.answers.size >= MOST_QUESTIONS) {
      told = { today, answers: new Map() };
      this.#told.set(facts, told);
    }
    told.answers.set(nameOf(question), answer);
  }
}

function nameOf({ text, format, aim, printed }: Question): string {
  const pack = printed ? JSON.stringify([printed.lot, printed.expiry, printed.made]) : '';
  return `${format} ${aim ?? ''} ${pack} ${text}`;
}
