import './lib/require-node.mjs';
import { writeFileSync } from 'node:fs';
import { main } from './lib/fail.mjs';
import { findLeaks } from './lib/find-leaks.mjs';
import { install } from './lib/install.mjs';
import { bin } from './lib/root.mjs';
import { runQuietly } from './lib/run.mjs';

const tool = (name, command, ...args) => ({ name, check: () => runQuietly(bin(command), args) });

const STEPS = [
  tool('types of api', 'tsc', '-p', 'api'),
  tool('types of web', 'tsc', '-p', 'web'),
  tool('types of packages', 'tsc', '-p', 'packages'),
  tool('lint', 'oxlint'),
  tool('format', 'oxfmt', '--check'),
  tool('dead code', 'knip', '--config', '.config/knip.json', '--no-progress', '--no-config-hints'),
  { name: 'leaks', check: findLeaks },
];

/** Two at a time: each of the tools uses several threads by itself. */
const AT_ONCE = 2;

/** `npm run check`: types, lint, format, dead code. CHECK_RESULTS names a file for the counts. */
await main(async () => {
  await install();
  const waiting = [...STEPS];
  const failed = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      if (!(await passes(step))) failed.push(step.name);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const counts = { passed: STEPS.length - failed.length, failed: failed.length };
  if (process.env.CHECK_RESULTS) writeFileSync(process.env.CHECK_RESULTS, JSON.stringify(counts));
  return failed.length === 0 ? 0 : 1;
});

async function passes({ name, check }) {
  const since = performance.now();
  const { code, output } = await check();
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n\n`);
  return code === 0;
}
