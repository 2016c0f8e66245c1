import { resolve } from 'node:path';
import { Refused } from '../refused.ts';

/**
 * The paths behind a command's name, made absolute.
 *
 * @param form as the help shows it: `restore DIR [--verify]`
 * @throws Refused `invalid` when there are more or fewer than the form has
 */
export function readPaths(args: readonly string[], form: string): string[] {
  const wanted = form.split(' ').filter((word) => /^[A-Z]+$/.test(word)).length;
  if (args.length === wanted && !args.some((arg) => arg.startsWith('-')))
    return args.map((arg) => resolve(arg));
  throw new Refused('invalid', 'the command is not complete', `Its form is: npm run ops -- ${form}`);
}
