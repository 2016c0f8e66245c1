import './lib/require-node.mjs';
import { existsSync, readdirSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { main, Mendable } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { bin, inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const FOLDERS = ['api/drills', 'web/drills'];
const ENDING = '.test.ts';

/** `npm run drill NAME`: one drill at its full size; the tests run the same drills smaller. */
await main(async ([name]) => {
  const drills = FOLDERS.filter((folder) => existsSync(inRoot(folder))).flatMap((folder) =>
    readdirSync(inRoot(folder))
      .filter((file) => file.endsWith(ENDING))
      .map((file) => ({ name: file.slice(0, -ENDING.length), file: `${folder}/${file}` })),
  );
  const chosen = drills.find((drill) => drill.name === name);
  if (!chosen) throw new Mendable(`Name a drill: ${drills.map((drill) => drill.name).join(', ')}`);
  await install();
  await build();
  return run(bin('vitest'), ['run', '--config', '.config/vitest.ts', chosen.file], {
    env: { ...process.env, ASSAY_DRILL: 'full' },
  });
});
