import type { Answer, Reason, Verdict } from '@assay/contract';
import { RecentShare } from './recent-share.ts';

/** What checks answered since this process began, in plain numbers: counting must cost a check next to nothing. */
export class Tally {
  readonly #answers = new Map<Verdict, Map<Reason, number>>();
  readonly #placed = new RecentShare();
  withPlace = 0;
  /** How often something happened that an operator must look at. */
  alarms = 0;

  /** @param placed whether the phone told a place */
  count({ verdict, reasons }: Pick<Answer, 'verdict' | 'reasons'>, placed: boolean): void {
    let ofVerdict = this.#answers.get(verdict);
    if (!ofVerdict) this.#answers.set(verdict, (ofVerdict = new Map()));
    const reason = reasons[0]!;
    ofVerdict.set(reason, (ofVerdict.get(reason) ?? 0) + 1);
    if (placed) this.withPlace += 1;
    this.#placed.count(placed);
  }

  /** Checks by verdict and by the reason that gave it. */
  answers(): { verdict: Verdict; reason: Reason; n: number }[] {
    return [...this.#answers].flatMap(([verdict, reasons]) =>
      [...reasons].map(([reason, n]) => ({ verdict, reason, n })),
    );
  }

  /** The share of checks with a place over the last minutes, from 0 to 1; undefined where nobody checked. */
  placeShare(): number | undefined {
    return this.#placed.share();
  }
}
