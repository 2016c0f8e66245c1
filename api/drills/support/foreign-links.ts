import { buildDigitalLink, buildElementString } from '@assay/gs1';
import type { CheckRequest } from '@assay/contract';
import type { AdversaryWorld } from './adversary-world.ts';
import type { Attack } from './attacks.ts';
import { OWN_HOST, type Pack } from './packs.ts';
import type { Random } from './random.ts';

/** Genuine serials in links that are not ours (R11), and in codes that break GS1's rules (R2). */
export function foreignLinks(world: AdversaryWorld, random: Random): Record<string, Attack> {
  const any = <T>(choices: readonly T[]) => random.pick(choices);
  return {
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
  };
}

const identityOf = ({ gtin, serial }: Pack) => ({ gtin, serial });

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
