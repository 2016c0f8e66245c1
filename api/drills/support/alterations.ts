import type { CheckRequest } from '@assay/contract';
import type { AdversaryWorld } from './adversary-world.ts';
import type { Attack } from './attacks.ts';
import { onAnyCarrier, type Pack } from './packs.ts';
import type { Random } from './random.ts';

const LOTS = ['Z99', 'A-1-3', 'B 31', 'K11', 'E3', 'R2', 'S-9', 'LOT Q7'];
const DAYS = ['2032-04-30', '2033-12-31', '2034-01-15'];
const MISMATCHES = ['unknown lot-mismatch', 'unknown lot-not-registered'];

/** Genuine serials on packs whose lot or expiry was changed, in the code or in print (R13). */
export function alterations(world: AdversaryWorld, random: Random): Record<string, Attack> {
  const dated = () => random.pick(world.dated);
  const inCode = ({ gtin, serial }: Pack, more: { lot?: string; expiry?: string }) =>
    onAnyCarrier(random, { gtin, serial, ...more });
  const inPrint = ({ gtin, serial }: Pack, printed: NonNullable<CheckRequest['printed']>) => ({
    ...onAnyCarrier(random, { gtin, serial }),
    printed,
  });
  const strangeLot = () => random.pick(LOTS);
  const otherLot = (pack: Pack) =>
    random.pick(world.dated.filter(({ gtin, lot }) => gtin === pack.gtin && lot !== pack.lot)).lot;

  return {
    'altered lot in the code': {
      make: () => inCode(dated(), { lot: strangeLot().replaceAll(' ', '') }),
      outcomes: MISMATCHES,
    },
    'altered lot in print': {
      make: () => inPrint(dated(), { lot: strangeLot() }),
      outcomes: MISMATCHES,
    },
    'another lot of the same product': {
      make: () => {
        const pack = random.pick(world.dated.filter(({ lot }) => ['A12', 'B13', 'K1', 'R1'].includes(lot)));
        const lot = otherLot(pack);
        return random.below(2) ? inCode(pack, { lot }) : inPrint(pack, { lot: `Lô ${lot}` });
      },
      outcomes: ['unknown lot-mismatch'],
    },
    'right lot in the code, altered in print': {
      make: () => {
        const pack = dated();
        return { ...inCode(pack, { lot: pack.lot }), printed: { lot: strangeLot() } };
      },
      outcomes: MISMATCHES,
    },
    'altered expiry in the code': {
      make: () => {
        const pack = dated();
        return inCode(pack, { lot: pack.lot, expiry: random.pick(DAYS) });
      },
      outcomes: ['unknown expiry-mismatch'],
    },
    'altered expiry in print': {
      make: () => {
        const [year = '', month = '', day = ''] = random.pick(DAYS).split('-');
        return inPrint(dated(), { expiry: random.pick([`${day}/${month}/${year}`, `${month}/${year}`]) });
      },
      outcomes: ['unknown expiry-mismatch'],
    },
    'right expiry in the code, altered in print': {
      make: () => {
        const pack = dated();
        return { ...inCode(pack, { expiry: pack.expiry! }), printed: { expiry: '12/2033' } };
      },
      outcomes: ['unknown expiry-mismatch'],
    },
  };
}
