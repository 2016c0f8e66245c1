/** What the history of a unit says about copies of its code. */
export interface UnitHistory {
  checks: number;
  /** Provinces in which it was checked with a place given. */
  provinces: number;
}

export interface CopyThresholds {
  copyAmberChecks: number;
  copyAmberProvinces: number;
}

/**
 * Whether a code is suspected to be copied: many checks in many provinces. Both must hold, so that a display unit or
 * a household never comes near it, and only what phones chose to tell counts, never a place guessed from an address.
 */
export function looksCopied(history: UnitHistory, thresholds: CopyThresholds): boolean {
  return history.checks >= thresholds.copyAmberChecks && history.provinces >= thresholds.copyAmberProvinces;
}
