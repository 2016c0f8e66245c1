import './lib/require-node.mjs';
import { existsSync, readdirSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { main, Mendable } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { bin, inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** `npm run bench [NAME]`: all benches one after the other, or those of that name. */
await main(async ([name]) => {
  const benches = folders().flatMap((folder) =>
    readdirSync(inRoot(folder))
      .filter((file) => file.endsWith('.ts') && (name === undefined || file === `${name}.ts`))
      .map((file) => `${folder}/${file}`),
  );
  if (benches.length === 0) throw new Mendable(`There is no bench ${name ?? ''} in ${folders().join(', ')}`);
  await install();
  await build();
  for (const bench of benches) {
    process.stdout.write(`\n${bench}\n`);
    const code = await run(bin('tsx', 'api'), [bench]);
    if (code !== 0) return code;
  }
  return 0;
});

function folders() {
  const packages = readdirSync(inRoot('packages')).map((name) => `packages/${name}/bench`);
  return [...packages, 'api/bench'].filter((folder) => existsSync(inRoot(folder)));
}
