import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import type { Key } from './key.ts';
import { vi } from './vi.ts';

const page = readFileSync(new URL('../../../docs/words.md', import.meta.url), 'utf8');
const [unread = '', agreed = ''] = page.split('## Agreed wording');

test('docs/words.md shows the native reader every sentence that was not agreed, as it stands now', () => {
  const keys = Object.keys(vi) as Key[];
  const told = (key: Key) =>
    agreed.includes(`\`${key}\``) || unread.includes(`| \`${key}\` | ${vi[key]} | ${en[key]} |`);
  expect(keys.filter((key) => !told(key))).toEqual([]);
});
