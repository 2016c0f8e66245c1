import { beforeEach, describe, expect, it } from 'vitest';
import { CHANGES_KEPT_MS, LastChanges } from './last-changes.ts';

let changes: LastChanges;
beforeEach(() => {
  changes = new LastChanges();
});

describe('what was read at a version', () => {
  it('holds while none of its keys changed later', () => {
    changes.note([{ key: 'g:1', v: 7 }], 0);
    expect(changes.holds(6, ['g:1'])).toBe(false);
    expect(changes.holds(7, ['g:1'])).toBe(true);
    expect(changes.holds(6, ['g:2'])).toBe(true);
    expect(changes.holds(6, ['g:2', 'g:1'])).toBe(false);
  });

  it('never holds from before a gap', () => {
    changes.note([{ key: 'g:1', v: 7 }], 0);
    changes.distrustBefore(20);
    expect(changes.holds(19, ['g:2'])).toBe(false);
    expect(changes.holds(20, ['g:1'])).toBe(true);
  });

  it('is compared with the changes of the last ten minutes', () => {
    changes.note([{ key: 'g:1', v: 7 }], 0);
    changes.note([{ key: 'g:2', v: 8 }], CHANGES_KEPT_MS - 1);
    expect(changes.holds(6, ['g:1'])).toBe(false);
    changes.note([], CHANGES_KEPT_MS);
    expect(changes.holds(6, ['g:1'])).toBe(true);
    expect(changes.holds(7, ['g:2'])).toBe(false);
  });

  it('never holds where more changed than can be remembered', () => {
    const many = Array.from({ length: 200_010 }, (_, at) => ({ key: `g:${at}`, v: at + 1 }));
    changes.note(many, 0);
    expect(changes.holds(9, ['g:0'])).toBe(false);
    expect(changes.holds(11, ['g:0'])).toBe(true);
    expect(changes.holds(11, ['g:200009'])).toBe(false);
  });
});
