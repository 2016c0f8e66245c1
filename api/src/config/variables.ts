import type { Environment } from './config.ts';

/** Reads variables one by one and collects what is wrong with them. An empty variable counts as not given. */
export type Variables = {
  text(name: string): string | undefined;
  /** The value that `parse` makes of the variable; when it makes none, a fault with `remedy`, and the fallback. */
  parsed<Value>(
    name: string,
    fallback: Value,
    parse: (text: string) => Value | undefined,
    remedy: string,
  ): Value;
  fault(sentence: string): void;
  readonly faults: readonly string[];
};

export function variables(env: Environment): Variables {
  const faults: string[] = [];
  const text = (name: string) => env[name]?.trim() || undefined;
  return {
    text,
    faults,
    fault: (sentence) => void faults.push(sentence),
    parsed(name, fallback, parse, remedy) {
      const given = text(name);
      if (given === undefined) return fallback;
      const value = parse(given);
      if (value === undefined) faults.push(`${name} is not valid: ${remedy}.`);
      return value ?? fallback;
    },
  };
}
