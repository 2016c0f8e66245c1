import { openLogger } from '../../src/logs/index.ts';

/** What a line may hold, and what may stand in it of an error. */
const LINE = 'level time msg reqId method route status ms problem err why job done gtin epoch'.split(' ');
const ERROR = 'type code message table constraint stack cause'.split(' ');

export interface Line {
  level: string;
  msg: string;
  err?: LoggedError;
  [key: string]: unknown;
}

export interface LoggedError {
  type: string;
  code?: string;
  message: string;
  stack?: string[];
  cause?: LoggedError;
}

/** A log of everything, as a process writes it, and what was written. */
export function keepLines() {
  const written: string[] = [];
  return {
    logger: openLogger({ logLevel: 'trace' }, { write: (line) => void written.push(line) }),
    forget: () => void written.splice(0),
    lines: () => written.map((line) => JSON.parse(line) as Line),
    /** Those of the secrets that were written, and the keys that no line may have. */
    faults: (secrets: readonly string[]): string[] => [
      ...secrets.filter((secret) => written.some((line) => line.includes(secret))),
      ...written.flatMap((line) => strangeKeys(JSON.parse(line) as Line)),
    ],
  };
}

function strangeKeys(line: Line): string[] {
  const errors: LoggedError[] = [];
  for (let { err } = line; err; err = err.cause) errors.push(err);
  return [...unlike(LINE, line), ...errors.flatMap((error) => unlike(ERROR, error))];
}

function unlike(known: readonly string[], given: object): string[] {
  return Object.keys(given).filter((key) => !known.includes(key));
}
