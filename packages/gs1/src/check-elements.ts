import { type Part, type Rule, ruleOf } from './dictionary.ts';
import type { FailureReason, Fault } from './failure.ts';
import type { Element } from './identity.ts';
import { inSet, lint } from './linters.ts';

export interface Rules {
  /** Dates the sliding century. */
  year: number;
  /** False where several symbols may share one message, as GS1-128 on logistic labels do. */
  complete: boolean;
}

/**
 * The first fault of a message's elements against the GS1 Syntax Dictionary, undefined when there is none:
 * each value by itself, then repetitions, then AIs that exclude one another, or require one another where the
 * message is complete (General Specifications 4.13).
 */
export function checkElements(elements: readonly Element[], rules: Rules): Fault | undefined {
  return (
    faultOfValues(elements, rules.year) ??
    faultOfRepetition(elements) ??
    faultOfCombination(elements, rules.complete)
  );
}

function faultOfValues(elements: readonly Element[], year: number): Fault | undefined {
  for (const element of elements) {
    const fault = faultOfValue(element, year);
    if (fault) return fault;
  }
  return undefined;
}

/** What the dictionary refuses in one value, taken by itself. */
export function faultOfValue({ ai, value }: Element, year: number): Fault | undefined {
  const rule = ruleOf(ai);
  const why = rule ? reasonAgainst(rule, value, year) : 'unknown-ai';
  return why && { why, ai };
}

function reasonAgainst(rule: Rule, value: string, year: number): FailureReason | undefined {
  if (value.length < rule.min) return 'truncated';
  if (value.length > rule.max) return 'ai-value';
  let position = 0;
  for (const part of rule.parts) {
    const component = value.slice(position, position + part.max);
    const why = reasonAgainstPart(part, component, year);
    if (why) return why;
    position += component.length;
  }
  return undefined;
}

function reasonAgainstPart(part: Part, component: string, year: number): FailureReason | undefined {
  if (component === '' && part.optional) return undefined;
  if (component.length < part.min) return 'truncated';
  if (!inSet(part.cset, component)) return 'characters';
  for (const name of part.linters) {
    const why = lint(name, component, year);
    if (why) return why;
  }
  return undefined;
}

function faultOfRepetition(elements: readonly Element[]): Fault | undefined {
  for (const [index, { ai, value }] of elements.entries()) {
    const first = elements.findIndex((other) => other.ai === ai);
    if (first < index && elements[first]?.value !== value) return { why: 'duplicate-ai', ai };
  }
  return undefined;
}

function faultOfCombination(elements: readonly Element[], complete: boolean): Fault | undefined {
  for (const { ai } of elements) {
    const rule = ruleOf(ai);
    const present = (pattern: string) => elements.some((other) => matches(other.ai, pattern, ai));
    if (rule?.exclusive.some(present)) return { why: 'ai-combination', ai };
    const met = rule?.required.every((choice) => choice.some((set) => set.every(present)));
    if (complete && !met) return { why: 'ai-combination', ai };
  }
  return undefined;
}

/** `310n` and `31nn` stand for any AI of that kind but the one that asks. */
function matches(ai: string, pattern: string, asking: string): boolean {
  if (!pattern.endsWith('n')) return ai === pattern;
  return ai !== asking && ai.length === 4 && ai.startsWith(pattern.slice(0, pattern.indexOf('n')));
}
