import { buildDigitalLink, buildElementString } from '@assay/gs1';
import { checkSymbol, isWellFormedSerial } from '@assay/serials';
import type { CheckRequest } from '@assay/contract';
import type { AdversaryWorld } from './adversary-world.ts';
import { alterations } from './alterations.ts';
import { CARRIERS, onAnyCarrier, OWN_HOST, type Pack } from './packs.ts';
import type { Random } from './random.ts';

/** A kind of code that must never be `authentic`, and the outcomes that are right for it. */
export interface Attack {
  make: () => CheckRequest;
  outcomes: readonly string[];
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Everything that a counterfeiter can print, by what it is. */
export function attacksOn(world: AdversaryWorld, random: Random): Record<string, Attack> {
  const any = <T>(choices: readonly T[]) => random.pick(choices);
  const code = (pack: Pick<Pack, 'gtin' | 'serial'>, origin = OWN_HOST) =>
    onAnyCarrier(random, { gtin: pack.gtin, serial: pack.serial }, origin);
  const scanned = (gtin: string, serial: string): CheckRequest => ({
    text: `01${gtin}21${serial}`,
    format: 'data_matrix',
    aim: ']d2',
  });
  const forgedPayload = () => {
    const sixteen = random.text(SYMBOLS, 16);
    return sixteen + checkSymbol(sixteen);
  };
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
  const NOT_ISSUED = 'unknown serial-not-issued';

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
      make: () => code({ gtin: any(world.highRiskWithoutCodes), serial: forgedPayload() }),
      outcomes: ['unknown no-unit-code'],
    },
    ...alterations(world, random),
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
      make: () => code({ gtin: any(world.issuing), serial: forgedPayload() }),
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
    'genuine code on a foreign host': {
      make: () => {
        const pack = any(world.genuine);
        const host = any([...world.foreignHosts, ...LOOK_ALIKE_HOSTS]);
        return { text: buildDigitalLink(identityOf(pack), `https://${host}`), format: 'qr_code' };
      },
      outcomes: ['unknown foreign-link'],
    },
    'genuine code behind a link that only mentions our host': {
      make: () => {
        const link = buildDigitalLink(identityOf(any(world.genuine)), OWN_HOST);
        const path = link.slice(OWN_HOST.length);
        const text = any([
          `https://evil.example/?next=${link}`,
          `https://evil.example/#${link}`,
          `https://evil.example/${link}`,
          `https://evil.example/assay.example${path}`,
          `HTTPS://EVIL.EXAMPLE${path}`,
        ]);
        return { text, format: 'qr_code' };
      },
      outcomes: ['unknown foreign-link'],
    },
    'genuine code in a link with user information or a broken host': {
      make: () => {
        const path = buildDigitalLink(identityOf(any(world.genuine)), OWN_HOST).slice(OWN_HOST.length);
        return { text: `https://${any(BROKEN_AUTHORITIES)}${path}`, format: 'qr_code' };
      },
      outcomes: ['malformed-code'],
    },
    'code that is not valid in itself': {
      make: () => malformed(random, any(world.genuine.filter(({ issued }) => issued))),
      outcomes: ['malformed-code'],
    },
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

const identityOf = ({ gtin, serial }: Pack) => ({ gtin, serial });

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

const LOOK_ALIKE_HOSTS = [
  'evil.example',
  'assay.example.evil.example',
  'www.assay.example',
  'assay.example:8443',
  'assay.example.',
  'assay-example.com',
  'assay.examp1e',
  'аssay.example',
  'xn--ssay-43d.example',
  'assay.exаmple',
  'ma.thunghiem.example.evil.example',
  'MA.THUNGHIEM.EXAMPLE:444',
  'thunghiem.example',
  '127.0.0.1',
  '[::1]',
  'localhost:8080',
];

const BROKEN_AUTHORITIES = [
  'assay.example@evil.example',
  'user:word@assay.example',
  '@assay.example',
  'assay.example%2eevil.example',
  'evil.example\\@assay.example',
  'assay.example\\.evil.example',
  'assay.example:port',
  '',
];

/** DataMatrix and QR whose content breaks GS1's rules, around a genuine serial (R2). */
function malformed(random: Random, pack: Pack): CheckRequest {
  const { gtin, serial } = pack;
  const wrongGtin = gtin.slice(0, 13) + ((Number(gtin[13]) + 1) % 10);
  const whole = buildElementString({ gtin, serial });
  const texts = [
    `01${wrongGtin}21${serial}`,
    `01${gtin}21${serial}\u001D10${pack.lot}\u001D10Z9`,
    `${whole}\u001D21OTHER`,
    `01${gtin}17999999\u001D21${serial}`,
    `01${gtin}21${serial}${'X'.repeat(10)}`,
    `01${gtin}21${serial}\u001D00123`,
    `01${gtin}21`,
    `21${serial}`,
    `01${gtin.slice(0, 9)}`,
    `01${gtin}21${serial} \u00E9`,
  ];
  const links = [
    `/01/${wrongGtin}/21/${serial}`,
    `/01/${gtin}/21/${serial}?10=${pack.lot}`,
    `/01/${gtin}/21/${serial}/10/${pack.lot}`,
    `/01/${gtin}/21/${serial}?17=991399`,
    `/01/${gtin}/21/%E0%A4%A`,
  ];
  return random.below(2)
    ? { text: random.pick(texts), format: random.pick(['data_matrix', 'qr_code'] as const), aim: ']d2' }
    : { text: OWN_HOST + random.pick(links), format: 'qr_code' };
}
