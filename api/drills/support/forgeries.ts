import { checkSymbol, isWellFormedSerial } from '@assay/serials';
import type { CheckRequest } from '@assay/contract';
import type { AdversaryWorld } from './adversary-world.ts';
import type { Attack } from './attacks.ts';
import { onAnyCarrier, type Pack } from './packs.ts';
import type { Random } from './random.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NOT_ISSUED = 'unknown serial-not-issued';

/** A serial that nobody issued, with a right check symbol. */
export function forgedSerial(random: Random): string {
  const sixteen = random.text(SYMBOLS, 16);
  return sixteen + checkSymbol(sixteen);
}

/** Serials that were invented, borrowed or bent. */
export function forgeries(world: AdversaryWorld, random: Random): Record<string, Attack> {
  const any = <T>(choices: readonly T[]) => random.pick(choices);
  const code = ({ gtin, serial }: Pick<Pack, 'gtin' | 'serial'>) => onAnyCarrier(random, { gtin, serial });
  const scanned = (gtin: string, serial: string): CheckRequest => ({
    text: `01${gtin}21${serial}`,
    format: 'data_matrix',
    aim: ']d2',
  });
  const oneSymbolOff = (serial: string) => {
    const at = random.below(16);
    const other = any(SYMBOLS.split('').filter((symbol) => symbol !== serial[at]));
    const sixteen = serial.slice(0, at) + other + serial.slice(at + 1, 16);
    return sixteen + checkSymbol(sixteen);
  };
  const spoilt = (serial: string) => {
    const at = random.below(17);
    return serial.slice(0, at) + random.text(SYMBOLS, 1) + serial.slice(at + 1);
  };
  const issuedWhere = (holds: (pack: Pack) => boolean) => any(world.issuedPacks.filter(holds));

  return {
    'serial of another product': {
      make: () => {
        const gtin = any(world.issuing);
        return code({ gtin, serial: issuedWhere((pack) => pack.gtin !== gtin).serial });
      },
      outcomes: [NOT_ISSUED],
    },
    'serial of another maker': {
      make: () => code({ gtin: any(world.issuing), serial: any(world.strangers).serial }),
      outcomes: [NOT_ISSUED],
    },
    'issued serial on a product with imported ones': {
      make: () => code({ gtin: any(world.importing), serial: any(world.strangers).serial }),
      outcomes: ['unknown not-yet-listed'],
    },
    'invented serial with a right check symbol': {
      make: () => code({ gtin: any(world.issuing), serial: forgedSerial(random) }),
      outcomes: [NOT_ISSUED],
    },
    'genuine serial with one symbol changed and its check symbol mended': {
      make: () => {
        const { gtin, serial } = any(world.issuedPacks);
        return code({ gtin, serial: oneSymbolOff(serial) });
      },
      outcomes: [NOT_ISSUED],
    },
    'genuine serial with one symbol changed, printed': {
      make: () => {
        const { gtin, serial } = any(world.issuedPacks);
        let wrong = spoilt(serial);
        while (isWellFormedSerial(wrong)) wrong = spoilt(serial);
        return scanned(gtin, wrong);
      },
      outcomes: [NOT_ISSUED],
    },
    'genuine serial with one symbol changed, typed': {
      make: () => {
        const { gtin, serial } = any(world.issuedPacks);
        let wrong = spoilt(serial);
        while (isWellFormedSerial(wrong)) wrong = spoilt(serial);
        return { text: `(01)${gtin}(21)${wrong}`, format: 'typed' };
      },
      outcomes: ['misread'],
    },
    'genuine serial in small letters, printed': {
      make: () => {
        const { gtin, serial } = issuedWhere((pack) => /[A-Z]/.test(pack.serial));
        return scanned(gtin, serial.toLowerCase());
      },
      outcomes: [NOT_ISSUED],
    },
    'genuine serial with look-alikes, printed': {
      make: () => {
        const { gtin, serial } = issuedWhere((pack) => /[01]/.test(pack.serial));
        return scanned(gtin, serial.replaceAll('0', 'O').replaceAll('1', 'I'));
      },
      outcomes: [NOT_ISSUED],
    },
    'genuine serial cut short or lengthened': {
      make: () => {
        const { gtin, serial } = any(world.issuedPacks);
        return scanned(gtin, any([serial.slice(0, -1), serial.slice(1), `${serial}0`, `0${serial}`]));
      },
      outcomes: [NOT_ISSUED],
    },
  };
}
