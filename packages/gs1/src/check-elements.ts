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
  const ais = elements.map(({ ai }) => ai);
  return (
    faultOfValues(elements, rules.year) ??
    faultOfRepetition(elements, ais) ??
    faultOfCombination(ais, rules.complete)
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

function faultOfRepetition(elements: readonly Element[], ais: readonly string[]): Fault | undefined {
  for (let i = 1; i < ais.length; i++) {
    const ai = ais[i] ?? '';
    const first = ais.indexOf(ai);
    if (first < i && elements[first]?.value !== elements[i]?.value) return { why: 'duplicate-ai', ai };
  }
  return undefined;
}

function faultOfCombination(ais: readonly string[], complete: boolean): Fault | undefined {
  for (const ai of ais) {
    const rule = ruleOf(ai);
    if (rule?.exclusive.some((pattern) => holds(ais, pattern, ai))) return { why: 'ai-combination', ai };
    if (complete && !rule?.required.every((choice) => isMet(choice, ais, ai)))
      return { why: 'ai-combination', ai };
  }
  return undefined;
}

const isMet = (choice: Rule['required'][number], ais: readonly string[], asking: string) =>
  choice.some((set) => set.every((pattern) => holds(ais, pattern, asking)));

/** `310n` and `31nn` stand for any AI of that kind but the one that asks. */
function holds(ais: readonly string[], pattern: string, asking: string): boolean {
  if (!pattern.endsWith('n')) return ais.includes(pattern);
  const kind = pattern.slice(0, pattern.indexOf('n'));
  return ais.some((ai) => ai !== asking && ai.length === pattern.length && ai.startsWith(kind));
}
