import type { Overview } from '@assay/contract';
import { compact } from '../compact.ts';
import type { DaySum } from './find-days.ts';

/** Fewer checks than this could tell of single people, and are not told of. */
const LEAST = 5;

/**
 * Sums as a maker may see them: by day and by province, rounded down to fives, and two shares.
 *
 * @param days every day to be shown, the oldest first
 * @param codes of the provinces, by their position in the country pack
 */
export function summarise(
  sums: readonly DaySum[],
  days: readonly string[],
  codes: readonly string[],
): Pick<Overview, 'asOf' | 'days' | 'provinces' | 'checks' | 'firstShare' | 'placeShare'> {
  const checks = total(sums, 'n');
  const provinces = codes
    .map((province, index) => ({
      province,
      checks: inFives(
        total(
          sums.filter((sum) => sum.province === index),
          'n',
        ),
      ),
    }))
    .filter((one) => one.checks > 0)
    .sort((a, b) => b.checks - a.checks);
  const asOf = sums.reduce<Date | undefined>(
    (last, { summedAt }) => (last && last > summedAt ? last : summedAt),
    undefined,
  );
  return compact({
    asOf: asOf?.toISOString(),
    days: days.map((day) => ({
      day,
      checks: inFives(
        total(
          sums.filter((sum) => sum.day === day),
          'n',
        ),
      ),
    })),
    provinces,
    checks: inFives(checks),
    firstShare: shareOf(total(sums, 'firsts'), total(sums, 'units')),
    placeShare: shareOf(
      total(
        sums.filter(({ province }) => province >= 0),
        'n',
      ),
      checks,
    ),
  });
}

const total = (sums: readonly DaySum[], what: 'n' | 'units' | 'firsts') =>
  sums.reduce((sum, one) => sum + one[what], 0);

const inFives = (n: number) => n - (n % LEAST);

/** In hundredths; nothing of a whole too small to be told of. */
const shareOf = (part: number, whole: number) =>
  whole < LEAST ? undefined : Math.round((100 * part) / whole) / 100;
