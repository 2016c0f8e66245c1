import { describe, expect, it } from 'vitest';
import { openEntry, sealEntry } from './seal-entry.ts';

const secret = Buffer.alloc(32, 7);
const sealed = sealEntry(secret, 'g:1', { v: 12, text: '{"a":"b\nc"}' });

describe('an entry of the second level', () => {
  it('opens as it was sealed', () => {
    expect(openEntry(secret, 'g:1', sealed)).toEqual({ v: 12, text: '{"a":"b\nc"}' });
  });

  it.each([
    ['another name', secret, 'g:2', sealed],
    ['another secret', Buffer.alloc(32, 8), 'g:1', sealed],
    ['a newer version', secret, 'g:1', sealed.replace(/^12/, '13')],
    ['another text', secret, 'g:1', sealed.replace('"b', '"x')],
    ['no mac', secret, 'g:1', '12 {"a":1}'],
    ['nothing', secret, 'g:1', ''],
  ])('is refused with %s', (_, key, name, text) => {
    expect(openEntry(key, name, text)).toBeUndefined();
  });
});
