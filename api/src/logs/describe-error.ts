import { plainWords } from './plain-words.ts';

/** What may be written down of an error: where and what kind, never the values that it was about. */
export interface DescribedError {
  /** The name of its class. */
  type: string;
  /** As of the system (`ECONNREFUSED`), of PostgreSQL (`23505`) or our own. */
  code?: string;
  /** Its plain words. */
  message: string;
  /** Names out of the schema that PostgreSQL gives. */
  table?: string;
  constraint?: string;
  /** Places in the code. */
  stack?: string[];
  cause?: DescribedError;
}

const MOST_FRAMES = 12;
const MOST_CAUSES = 3;
const NAME = /^[\w.-]{1,63}$/;
const FRAME =
  /^ {4}at (?:async )?(?:[\w$.#<>[\] ]{1,100} \()?(?:file:|node:|\/|[A-Z]:\\|<anonymous>)[^()]*\)?$/;

/**
 * Keeps of an error what helps to find a mistake. Its other properties (the row in PostgreSQL's `detail`, the values of
 * a query, the address of a connection) are not looked at.
 */
export function describeError(error: unknown, causes = MOST_CAUSES): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'no error was thrown, but a value' };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  return {
    type: nameOf(error.constructor.name) ?? 'Error',
    ...named('code', code),
    message: plainWords(error.message),
    ...named('table', table),
    ...named('constraint', constraint),
    ...framesOf(error),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: describeError(error.cause, causes - 1) }),
  };
}

function named<Key extends string>(key: Key, value: unknown): { [Each in Key]?: string } {
  const name = nameOf(value);
  return name === undefined ? {} : ({ [key]: name } as { [Each in Key]: string });
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' && NAME.test(value) ? value : undefined;
}

/** The stack begins with the message, which may hold lines that look like places. */
function framesOf({ stack = '', message }: Error): { stack?: string[] } {
  const places = stack.slice(stack.lastIndexOf(message) + message.length).split('\n');
  const frames = places.filter((line) => FRAME.test(line)).map((line) => line.trim().slice('at '.length));
  return frames.length ? { stack: frames.slice(0, MOST_FRAMES) } : {};
}
