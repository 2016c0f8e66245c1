import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Mendable } from './fail.mjs';
import { inRoot } from './root.mjs';
import { runQuietly } from './run.mjs';

const VERSION = '24.21.0';
/** One for each platform, as the registry has them. */
const INTEGRITY = {
  'linux-x64':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
};

/**
 * The Node that the image has, which may be another than ours: fetched once from the registry of npm, kept under
 * node_modules and out of the lockfile, since nothing but tests uses it.
 *
 * @returns {Promise<string>} the path of the program
 */
export async function provideNode24() {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const folder = inRoot('node_modules', '.cache', `node-${VERSION}-${platform}`);
  const program = join(folder, 'bin', 'node');
  if (existsSync(program)) return program;
  const integrity = INTEGRITY[platform];
  if (!integrity) throw new Mendable(`Node 24 is not fetched for ${platform}: run this with Node 24 itself.`);
  process.stdout.write(`Fetching Node ${VERSION}, in which the image runs …\n`);
  await fetchInto(folder, `node-${platform}`, integrity);
  return program;
}

async function fetchInto(folder, name, integrity) {
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await must('npm', ['pack', '--silent', '--pack-destination', draft, `${name}@${VERSION}`]);
    const archive = join(draft, `${name}-${VERSION}.tgz`);
    const found = createHash('sha512')
      .update(await readFile(archive))
      .digest('base64');
    if (`sha512-${found}` !== integrity) throw new Mendable(`${name}@${VERSION} is not what it was.`);
    await must('tar', ['-xzf', archive, '-C', draft, 'package/bin/node', 'package/LICENSE']);
    await rm(folder, { recursive: true, force: true });
    await rename(join(draft, 'package'), folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function must(command, args) {
  const { code, output } = await runQuietly(command, args);
  if (code !== 0) throw new Mendable(`${command} ${args[0]} failed:\n${output}`);
}
