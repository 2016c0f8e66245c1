import { describe, expect, it } from 'vitest';
import { judgeInnerCode, type InnerCodeUse } from './judge-inner-code.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const untouched: InnerCodeUse = { openedAt: null, openedBy: null, wrong: [] };

describe('an inner code', () => {
  it('opens the pack once; a retry of that scan is still the first', () => {
    const first = judgeInnerCode(untouched, true, 7n, NOW);
    expect(first).toMatchObject({ outcome: 'right', next: { openedAt: NOW, openedBy: '7' } });
    expect(judgeInnerCode(first.next!, true, 7n, NOW).outcome).toBe('right');
    expect(judgeInnerCode(first.next!, true, 8n, NOW).outcome).toBe('opened-before');
  });

  it('waits after five wrong tries in an hour or twenty in a day, and never locks', () => {
    const wrong = (...minutes: number[]) => ({ ...untouched, wrong: minutes.map(ago) });
    expect(judgeInnerCode(wrong(1, 2, 3, 4), false, 1n, NOW).outcome).toBe('wrong');
    expect(judgeInnerCode(wrong(1, 2, 3, 4, 5), true, 1n, NOW).outcome).toBe('wait');
    expect(judgeInnerCode(wrong(61, 62, 63, 64, 65), true, 1n, NOW).outcome).toBe('right');
    const twenty = Array.from({ length: 20 }, (_, n) => 61 + n * 60);
    expect(judgeInnerCode(wrong(...twenty), true, 1n, NOW).outcome).toBe('wait');
    expect(judgeInnerCode(wrong(...twenty.map((minutes) => minutes + 1440)), true, 1n, NOW).outcome).toBe(
      'right',
    );
  });

  it('forgets wrong tries of yesterday when it writes', () => {
    const use = { ...untouched, wrong: [ago(2000), ago(10)] };
    expect(judgeInnerCode(use, false, 1n, NOW).next!.wrong).toEqual([ago(10), NOW]);
  });
});
