/** 16 bytes in hex: HMAC-SHA-256(secret of the phone, GTIN and serial). Stable for one code, unlinkable between two. */
export async function deviceToken(
  secret: Uint8Array<ArrayBuffer>,
  gtin: string,
  serial: string,
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const text = new TextEncoder().encode(`${gtin}\n${serial}`);
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, text)).subarray(0, 16));
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
