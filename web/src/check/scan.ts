import type { CheckRequest } from '@assay/contract';
import { deviceToken, newAttempt } from '../client/index.ts';
import { phoneSecret, province } from '../phone/index.ts';

/** What was read, and what a person adds to it. */
export type Read = Pick<CheckRequest, 'text' | 'format' | 'aim' | 'printed' | 'innerCode'>;

/** The request of one scan, made once: a retry sends this very one. */
export async function requestFor(read: Read): Promise<CheckRequest> {
  const device = await tokenFor(read);
  const area = province.value;
  return {
    ...read,
    attempt: newAttempt(),
    ...(area === undefined ? {} : { place: { area } }),
    ...(device === undefined ? {} : { device }),
  };
}

/** Only a unit has a token, and only where the browser has cryptography (https or localhost). */
async function tokenFor({ text, format, aim }: Read): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const { parseScan } = await import('@assay/gs1');
  const parsed = parseScan({ text, format, aim });
  if (!parsed.ok || parsed.identity.kind !== 'trade-item' || !parsed.identity.serial) return undefined;
  return deviceToken(phoneSecret(), parsed.identity.gtin, parsed.identity.serial);
}
