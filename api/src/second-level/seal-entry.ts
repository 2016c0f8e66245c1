import { createHmac, timingSafeEqual } from 'node:crypto';

/** A value of the second level with the version of the registry that it was read at. */
export interface Entry {
  v: number;
  text: string;
}

/**
 * `version mac text`, where the mac (HMAC-SHA256, 22 base64url characters) binds name, version and text: whoever can
 * write into Redis can take answers away from it, and never change one.
 */
export function sealEntry(secret: Buffer, name: string, { v, text }: Entry): string {
  return `${v} ${macOf(secret, name, v, text)} ${text}`;
}

/** @returns undefined for what was not sealed by this secret under this name */
export function openEntry(secret: Buffer, name: string, sealed: string): Entry | undefined {
  const [, version, mac = '', text = ''] = /^(\d{1,16}) ([\w-]{22}) (.*)$/s.exec(sealed) ?? [];
  if (version === undefined) return undefined;
  const v = Number(version);
  const right = macOf(secret, name, v, text);
  return timingSafeEqual(Buffer.from(mac), Buffer.from(right)) ? { v, text } : undefined;
}

function macOf(secret: Buffer, name: string, v: number, text: string): string {
  return createHmac('sha256', secret)
    .update(`${name}\n${v}\n${text}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}
