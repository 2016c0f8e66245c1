import { expect, it } from 'vitest';
import { addDays, addMonths, calendar, dayOf } from './today.ts';

it('knows the day of a time zone, not of the machine', () => {
  const instant = new Date('2026-11-24T17:30:00Z');
  expect(dayOf(instant, 'Asia/Ho_Chi_Minh')).toBe('2026-11-25');
  expect(dayOf(instant, 'UTC')).toBe('2026-11-24');
});

it('adds days and months by the calendar alone', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-11-25', 24)).toBe('2028-11-25');
});

it('turns the page at midnight of the time zone, to the minute', () => {
  let now = new Date('2026-11-25T16:59:59.999Z');
  const today = calendar(() => now, 'Asia/Ho_Chi_Minh');
  expect(today()).toBe('2026-11-25');
  now = new Date('2026-11-25T17:00:00.000Z');
  expect(today()).toBe('2026-11-26');
});
