import type { EpochCipher } from './open-epoch.ts';

/** A unit code fits this epoch and carries this index. */
export interface SerialHit {
  epoch: number;
  index: number;
}

/**
 * Tries a unit code under every epoch of its product, without early exit (unit code v1, point 5).
 *
 * @param serial exact characters
 * @param epochs the product's epochs in any order, revoked ones too
 * @returns all that fit, newest epoch first; empty when no epoch made it
 */
export function verifySerial(
  serial: string,
  epochs: readonly { epoch: number; cipher: EpochCipher }[],
): readonly SerialHit[] {
  const hits: SerialHit[] = [];
  for (const { epoch, cipher } of epochs) {
    const index = cipher.open(serial);
    if (index !== undefined) hits.push({ epoch, index });
  }
  return hits.sort((a, b) => b.epoch - a.epoch);
}
