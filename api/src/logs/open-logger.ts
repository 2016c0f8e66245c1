import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { Config } from '../config/index.ts';
import { describeError } from './describe-error.ts';
import { plainWords } from './plain-words.ts';

/**
 * All that a line may hold beside `level`, `time` and `msg`. What is not named here is not written, so a log cannot say
 * who asked, or about which pack, whatever is handed to it.
 */
const KEYS = [
  /** The number of the request in this process. */
  'reqId',
  'method',
  /** The pattern of a route, never the address that was asked for. */
  'route',
  'status',
  'ms',
  'problem',
  'err',
  'why',
  'job',
  /** How much a job did, in numbers. */
  'done',
  /** Of an alarm: the product and the epoch of its codes, never the unit. */
  'gtin',
  'epoch',
] as const;

const OPTIONS: LoggerOptions = {
  base: null,
  formatters: { level: (level) => ({ level }), log: onlyKnown },
  serializers: { err: describeError, why: plainWords, done: onlyNumbers },
  hooks: {
    logMethod([first, second], method) {
      if (typeof first === 'string') method.call(this, {}, plainWords(first));
      else method.call(this, first instanceof Error ? { err: first } : first, wordsOf(second));
    },
  },
};

/** The log of a process: one line of JSON for each event, to standard output. */
export function openLogger({ logLevel }: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const logger = pino({ ...OPTIONS, level: logLevel }, destination ?? pino.destination(1));
  const child = Reflect.get(logger, 'child');
  Object.defineProperty(logger, 'child', {
    value(this: Logger, bindings: Record<string, unknown>, ...options: unknown[]): unknown {
      return Reflect.apply(child, this, [onlyKnown(bindings), ...options]);
    },
  });
  return logger;
}

function onlyKnown(given: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of KEYS) if (given[key] !== undefined) kept[key] = given[key];
  return kept;
}

function onlyNumbers(given: object): Record<string, number> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'number'));
}

/** Without words of ours pino would take those of the error. */
function wordsOf(message: unknown): string {
  return typeof message === 'string' ? plainWords(message) : 'without words';
}
