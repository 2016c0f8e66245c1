import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { runQuietly } from './run.mjs';

/** What says where a file was written, and must not leave that machine. */
const LEAKS = [
  { what: 'a path of one machine', pattern: /(?<![\w.-])\/(?:work|home\/\w+|root|Users\/\w+)\// },
  {
    what: 'a package registry',
    pattern: /https?:\/\/[\w.-]*(?:registry|artifactory|verdaccio|nexus)[\w.-]*[/:]/,
  },
];

/** Looks through the tracked text files; gives an exit code and the places found. */
export async function findLeaks() {
  const { code, output } = await runQuietly('git', ['ls-files', '-z']);
  if (code !== 0) return { code, output };
  const found = output.split('\0').filter(Boolean).flatMap(leaksIn);
  return { code: found.length === 0 ? 0 : 1, output: found.join('\n') };
}

function leaksIn(file) {
  const text = readText(file);
  return text
    .split('\n')
    .flatMap((line, index) =>
      LEAKS.filter(({ pattern }) => pattern.test(line)).map(
        ({ what }) => `${file}:${index + 1} holds ${what}`,
      ),
    );
}

/** Empty for what is gone from the folder and for pictures and other bytes. */
function readText(file) {
  try {
    const text = readFileSync(inRoot(file), 'utf8');
    return text.includes('\0') ? '' : text;
  } catch {
    return '';
  }
}
