import type { Key } from '../i18n/index.ts';
import type { State } from './state.ts';

/** Colour belongs to the answer: four tones, and a hatched frame for what was not checked. */
export type Tone = 'red' | 'amber' | 'grey' | 'blue' | 'not-checked';

/** Silhouettes that can be told apart a metre away. */
export type Sign =
  | 'registered'
  | 'barcode'
  | 'magnifier'
  | 'label'
  | 'link'
  | 'again'
  | 'question'
  | 'packs'
  | 'calendar'
  | 'pause'
  | 'octagon'
  | 'recall'
  | 'lock'
  | 'broken';

export interface Look {
  tone: Tone;
  sign: Sign;
  kicker: Extract<Key, `kicker.${string}`>;
}

const blue: Look = { tone: 'blue', sign: 'registered', kicker: 'kicker.registered' };
const barcode: Look = { tone: 'grey', sign: 'barcode', kicker: 'kicker.barcode' };
const information: Look = { tone: 'grey', sign: 'magnifier', kicker: 'kicker.information' };
const doubt: Look = { tone: 'amber', sign: 'question', kicker: 'kicker.doubt' };

/** Tone, silhouette and word of each headline. */
export const looks: Record<State, Look> = {
  'authority-decision': { tone: 'red', sign: 'octagon', kicker: 'kicker.decision' },
  'maker-report': { tone: 'red', sign: 'lock', kicker: 'kicker.blocked' },
  'authority-warning': { tone: 'amber', sign: 'pause', kicker: 'kicker.warning' },
  recalled: { tone: 'red', sign: 'recall', kicker: 'kicker.recall' },
  'brand-suspended': doubt,
  'serial-not-issued': doubt,
  'lot-mismatch': doubt,
  'expiry-mismatch': doubt,
  'copy-suspected': { tone: 'amber', sign: 'packs', kicker: 'kicker.doubt' },
  'read-again': { tone: 'grey', sign: 'again', kicker: 'kicker.again' },
  expired: { tone: 'amber', sign: 'calendar', kicker: 'kicker.expired' },
  'store-internal-code': information,
  'not-a-product-code': information,
  'registration-number': { tone: 'grey', sign: 'label', kicker: 'kicker.information' },
  'foreign-link': { tone: 'grey', sign: 'link', kicker: 'kicker.information' },
  'not-registered': { tone: 'grey', sign: 'magnifier', kicker: 'kicker.notRegistered' },
  'brand-not-verified': information,
  'codes-revoked': information,
  'code-withdrawn': information,
  'not-released': information,
  'not-yet-listed': information,
  'lot-not-registered': information,
  'unit-code-required': barcode,
  'no-unit-code': barcode,
  'code-registered': blue,
  'batch-registered': blue,
  'barcode-registered': blue,
};

export const notChecked: Look = { tone: 'not-checked', sign: 'broken', kicker: 'kicker.notChecked' };
