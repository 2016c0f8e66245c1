import { existsSync, readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import type { Config } from '../config/index.ts';
import { Refused } from '../refused.ts';
import { openRegistry } from './open-registry.ts';
import { operator } from './operator.ts';
import type { Verb } from './verbs.ts';

/** Runs one verb of the registry on JSON input and prints its result as JSON. */
export async function runVerb(
  config: Config,
  verb: Verb,
  name: string,
  input: string | undefined,
): Promise<void> {
  if (input === undefined) {
    console.log(`npm run ops -- ${name} INPUT\n${verb.about}\n\n${JSON.stringify(verb.input, null, 2)}`);
    return;
  }
  const value = readInput(verb, input);
  const ctx = await openRegistry(config);
  try {
    const result = await verb.run(ctx, operator(), value);
    console.log(JSON.stringify(result ?? { done: true }));
  } finally {
    await ctx.close();
  }
}

function readInput(verb: Verb, input: string): unknown {
  const text =
    input === '-' ? readFileSync(0, 'utf8') : existsSync(input) ? readFileSync(input, 'utf8') : input;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refused(
      'invalid',
      'the input is neither JSON nor the path of a JSON file',
      'Check quotes and path.',
    );
  }
  const [fault] = Value.Errors(verb.input, value);
  if (fault)
    throw new Refused(
      'invalid',
      `${fault.instancePath || '/'} ${fault.message}`,
      'Correct it and try again.',
    );
  return value;
}
