import { type DescribedError, describeError } from './describe-error.ts';

/** An error as text for a terminal, of what `describeError` keeps. */
export function spellError(error: unknown): string {
  return linesOf(describeError(error)).join('\n');
}

function linesOf({ type, code, message, stack = [], cause }: DescribedError): string[] {
  return [
    [type, code].filter(Boolean).join(' ') + `: ${message}`,
    ...stack.map((frame) => `    at ${frame}`),
    ...(cause ? linesOf(cause).map((line, index) => (index === 0 ? `  cause: ${line}` : `  ${line}`)) : []),
  ];
}
