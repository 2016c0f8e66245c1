import type { Answer } from '@assay/contract';
import { Windowed } from './windowed.ts';

const MOST_PRODUCTS = 10_000;

export interface WatchOptions {
  /** How many misses of a product in a window are one too many. */
  most: number;
  windowMs: number;
  alarm: (what: string, about: Record<string, unknown>) => void;
}

/**
 * Notices a product that many serials are asked about that nobody issued: somebody prints or guesses them, or codes are
 * missing here. That only raises an alarm, once a window and product, since those who ask may be its buyers.
 */
export function watchProducts({ most, windowMs, alarm }: WatchOptions) {
  const misses = new Windowed<{ n: number }>(windowMs, MOST_PRODUCTS);

  return ({ identity: { gtin }, reasons }: Pick<Answer, 'identity' | 'reasons'>): void => {
    if (gtin === undefined || !reasons.includes('serial-not-issued')) return;
    const running = misses.get(gtin);
    if (!running) misses.begin(gtin, { n: 1 });
    else if (++running.value.n === most + 1) alarm('many serials of a product were never issued', { gtin });
  };
}
