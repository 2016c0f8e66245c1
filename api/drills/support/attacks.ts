import type { CheckRequest } from '@assay/contract';
import type { AdversaryWorld } from './adversary-world.ts';
import { alterations } from './alterations.ts';
import { foreignLinks } from './foreign-links.ts';
import { forgedSerial, forgeries } from './forgeries.ts';
import { CARRIERS, onAnyCarrier, OWN_HOST, type Pack } from './packs.ts';
import type { Random } from './random.ts';

/** A kind of code that must never be `authentic`, and the outcomes that are right for it. */
export interface Attack {
  make: () => CheckRequest;
  outcomes: readonly string[];
}

/** Everything that a counterfeiter can print, by what it is. */
export function attacksOn(world: AdversaryWorld, random: Random): Record<string, Attack> {
  const any = <T>(choices: readonly T[]) => random.pick(choices);
  const code = (pack: Pick<Pack, 'gtin' | 'serial'>, origin = OWN_HOST) =>
    onAnyCarrier(random, { gtin: pack.gtin, serial: pack.serial }, origin);

  return {
    'bare number of a product with unit codes': {
      make: () => bareNumber(random, any(world.withUnitCodes)),
      outcomes: ['unknown unit-code-required'],
    },
    'bare number of a high-risk product without unit codes': {
      make: () => bareNumber(random, any(world.highRiskWithoutCodes)),
      outcomes: ['unknown no-unit-code'],
    },
    'bare number of a low-risk product that was not granted barcodes': {
      make: () => bareNumber(random, any(world.notGranted)),
      outcomes: ['unknown no-unit-code'],
    },
    'number and right lot without a serial': {
      make: () => {
        const { gtin, lot, expiry } = any(world.dated);
        return onAnyCarrier(random, { gtin, lot, expiry: expiry! });
      },
      outcomes: ['unknown unit-code-required'],
    },
    'a serial on a high-risk product that has none': {
      make: () => code({ gtin: any(world.highRiskWithoutCodes), serial: forgedSerial(random) }),
      outcomes: ['unknown no-unit-code'],
    },
    ...alterations(world, random),
    ...forgeries(world, random),
    'reserved code': { make: () => code(any(world.reserved)), outcomes: ['unknown not-released'] },
    'code of a lot that is not out yet': {
      make: () => code(any(world.notYetOut)),
      outcomes: ['unknown not-released'],
    },
    'withdrawn or destroyed code': {
      make: () => code(any(world.takenOff)),
      outcomes: ['unknown code-withdrawn'],
    },
    'code of a revoked epoch': { make: () => code(any(world.revoked)), outcomes: ['unknown codes-revoked'] },
    'code that an authority decided on': {
      make: () => code(any(world.decided)),
      outcomes: ['reported-counterfeit authority-decision'],
    },
    'code that its maker blocked': {
      make: () => code(any(world.blocked)),
      outcomes: ['reported-counterfeit maker-report'],
    },
    'code of a suspended maker': {
      make: () =>
        random.below(4) ? code(any(world.underSuspended)) : bareNumber(random, world.barcodes.suspended),
      outcomes: ['unknown brand-suspended'],
    },
    'code of a pending maker': {
      make: () =>
        random.below(4) ? code(any(world.underPending)) : bareNumber(random, world.barcodes.pending),
      outcomes: ['unknown brand-not-verified'],
    },
    'guessable imported serial': {
      make: () => code(any(world.guessed)),
      outcomes: ['unknown no-unit-code'],
    },
    'guessed serial beside the imported ones': {
      make: () => code({ gtin: world.guessed[0]!.gtin, serial: String(200_000 + random.below(700_000)) }),
      outcomes: ['unknown not-yet-listed'],
    },
    'code whose history looks copied': {
      make: () => code(any(world.copied)),
      outcomes: ['unknown copy-suspected'],
    },
    ...foreignLinks(world, random),
    'number with a wrong check digit': {
      make: () => {
        const gtin = any(world.withUnitCodes);
        const wrong = gtin.slice(1, 13) + ((Number(gtin[13]) + 1 + random.below(9)) % 10);
        return { text: wrong, format: any(['ean_13', 'typed'] as const) };
      },
      outcomes: ['misread'],
    },
    'number that nobody registered': {
      make: () => bareNumber(random, '09520009999996'),
      outcomes: ['unknown not-registered'],
    },
  };
}

/** The number alone on every carrier that can hold it. */
function bareNumber(random: Random, gtin: string): CheckRequest {
  const carriers: (() => CheckRequest)[] = [
    () => ({ text: gtin.slice(1), format: 'ean_13' }),
    () => ({ text: gtin, format: 'itf' }),
    () => ({ text: `01${gtin}`, format: 'code_128', aim: ']C1' }),
    () => ({ text: gtin.slice(1), format: 'typed' }),
    ...Object.values(CARRIERS).map((carrier) => () => carrier({ gtin }, OWN_HOST)),
  ];
  return random.pick(carriers)();
}
