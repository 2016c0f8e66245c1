import { Readable } from 'node:stream';
import { buildBracketed, buildDigitalLink, buildElementString, checkDigit } from '@assay/gs1';
import type { CheckRequest } from '@assay/contract';
import { importCodes, issueCodes } from '../../src/codes/index.ts';
import type { Ctx } from '../../src/context.ts';
import { openBatch } from '../../src/registry/index.ts';
import { OPERATOR } from '../../test/support/service.ts';
import { serialsOf } from '../../test/support/world.ts';
import type { Random } from './random.ts';

/** One pack as it left its maker: what its code holds and what its lot is. */
export interface Pack {
  gtin: string;
  serial: string;
  lot: string;
  expiry: string | undefined;
  /** Issued serials forgive look-alikes when typed; imported ones are what the maker says they are. */
  issued: boolean;
}

export interface Product {
  id: string;
  gtin: string;
}

export const OWN_HOST = 'https://assay.example';
export const MAKERS_HOST = 'https://ma.thunghiem.example';

/** The GTIN-14 of item `item` under a company prefix of seven digits. */
export function gtinOf(prefix: string, item: number): string {
  const digits = `0${prefix}${String(item).padStart(5, '0')}`;
  return digits + checkDigit(digits);
}

/** Opens a lot and issues its codes. */
export async function issueLot(
  ctx: Ctx,
  product: Product,
  lot: { lot: string; expiry?: string; activeFrom?: string },
  quantity: number,
): Promise<{ packs: Pack[]; range: Awaited<ReturnType<typeof issueCodes>>; batchId: number }> {
  const { id: batchId } = await openBatch(ctx, OPERATOR, { productId: product.id, ...lot });
  const range = await issueCodes(ctx, OPERATOR, { productId: product.id, quantity, batchId });
  const serials = await serialsOf(ctx, range);
  const packs = serials.map((serial) => ({
    gtin: product.gtin,
    serial,
    lot: lot.lot,
    expiry: lot.expiry,
    issued: true,
  }));
  return { packs, range, batchId };
}

/** Opens a lot and imports serials for it, as a maker's CSV file would. */
export async function importLot(
  ctx: Ctx,
  product: Product,
  lot: { lot: string; expiry?: string },
  serials: readonly string[],
): Promise<Pack[]> {
  const { id: batchId } = await openBatch(ctx, OPERATOR, { productId: product.id, ...lot });
  const rows = serials.map((serial) => `"${serial.replaceAll('"', '""')}"`);
  const result = await importCodes(ctx, OPERATOR, {
    batchId,
    csv: Readable.from([`serial\n${rows.join('\n')}\n`]),
    onRejected: ({ serial, reason }) => {
      throw new Error(`${serial} was not taken: ${reason}`);
    },
  });
  if (result.accepted !== serials.length) throw new Error('not every serial was taken');
  return serials.map((serial) => ({
    gtin: product.gtin,
    serial,
    lot: lot.lot,
    expiry: lot.expiry,
    issued: false,
  }));
}

type Identity = Parameters<typeof buildElementString>[0];

/** The ways in which a code that holds this identity reaches the service; `origin` is where its links stand. */
export const CARRIERS: Record<string, (identity: Identity, origin: string) => CheckRequest> = {
  'DataMatrix with its identifier': (identity) => ({
    text: buildElementString(identity),
    format: 'data_matrix',
    aim: ']d2',
  }),
  'DataMatrix with the identifier in the text': (identity) => ({
    text: `]d2${buildElementString(identity)}`,
    format: 'data_matrix',
  }),
  'DataMatrix by its separators alone': (identity) => ({
    text: `\u001D${buildElementString(identity)}`,
    format: 'data_matrix',
  }),
  'GS1 QR': (identity) => ({ text: buildElementString(identity), format: 'qr_code', aim: ']Q3' }),
  'GS1-128': (identity) => ({ text: buildElementString(identity), format: 'code_128', aim: ']C1' }),
  'bracketed by the decoder': (identity) => ({ text: buildBracketed(identity), format: 'data_matrix' }),
  'Digital Link in a QR': (identity, origin) => ({
    text: buildDigitalLink(identity, origin),
    format: 'qr_code',
  }),
  'Digital Link in a DataMatrix': (identity, origin) => ({
    text: buildDigitalLink(identity, origin),
    format: 'data_matrix',
  }),
  'Digital Link that was pasted': (identity, origin) => ({
    text: buildDigitalLink(identity, origin),
    format: 'typed',
  }),
  typed: (identity) => ({ text: buildBracketed(identity), format: 'typed' }),
};

/** A code with this identity on any carrier. */
export function onAnyCarrier(random: Random, identity: Identity, origin = OWN_HOST): CheckRequest {
  return random.pick(Object.values(CARRIERS))(identity, origin);
}

const LOOK_ALIKES: Record<string, string> = { '0': 'oO', '1': 'iIlL' };

/** An issued serial as hurried fingers type it: groups, any case, letters for the digits that look like them. */
export function typedLoosely(random: Random, { gtin, serial }: Pack): CheckRequest {
  const symbols = serial.split('').map((symbol) => {
    const spelt = random.below(2) ? random.text(LOOK_ALIKES[symbol] ?? symbol, 1) : symbol;
    return random.below(2) ? spelt.toLowerCase() : spelt;
  });
  for (const at of [12, 8, 4]) symbols.splice(at, 0, random.pick(['-', ' ', '']));
  return { text: `(01)${gtin}(21)${symbols.join('')}`, format: 'typed' };
}
