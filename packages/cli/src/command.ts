import type { ParseArgsConfig } from 'node:util';
import type { Client } from '@assay/client';

/** What somebody typed cannot be understood; the help of the command says how. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

/** Where a command runs: what it reads and where it writes. */
export interface Terminal {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** What is typed or piped, up to its end or the first line. */
  readLine: (question: string) => Promise<string>;
  out: (text: string) => void;
  err: (text: string) => void;
  /** Whether somebody watches what goes to `err`. */
  watched: boolean;
  /** The folder for what is kept between commands. */
  configDir: string;
  signal?: AbortSignal;
}

export interface Call {
  values: Readonly<Record<string, string | boolean | undefined>>;
  words: readonly string[];
  /** Signed in, by the environment or the file of `assay login`. @throws Usage where nobody is */
  client: () => Client;
  terminal: Terminal;
}

/** What a command found: for programs and for people. */
export interface Outcome {
  json: unknown;
  text: string;
  exit?: number;
}

export interface Command {
  /** After the name: `RUN --out FILE`. */
  usage: string;
  /** A line. */
  about: string;
  /** More of it, and what each option means. */
  help: string;
  options: NonNullable<ParseArgsConfig['options']>;
  run: (call: Call) => Promise<Outcome>;
}

/** An option's text. @throws Usage where it is missing */
export function required({ values }: Call, name: string): string {
  const value = values[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Usage(`--${name} is missing`);
}

/** An option's text, where it is given. */
export function given<Name extends string>(
  { values }: Call,
  ...names: Name[]
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}

/** A word that is no option. @throws Usage where it is missing */
export function word({ words }: Call, place: number, what: string): string {
  const found = words[place];
  if (found === undefined) throw new Usage(`${what} is missing`);
  return found;
}

/** A whole number. @throws Usage for what is none */
export function wholeNumber(text: string, what: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Usage(`${what} is a whole number, and "${text}" is none`);
  return Number(text);
}

/** One out of a closed list. @throws Usage for what is not in it */
export function oneOf<const List extends readonly string[]>(
  list: List,
  text: string,
  what: string,
): List[number] {
  const found = list.find((item) => item === text);
  if (found === undefined) throw new Usage(`${what} is one of ${list.join(', ')}`);
  return found;
}
