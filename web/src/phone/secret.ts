import { keep, kept } from './keep.ts';

/** 32 random bytes that never leave this phone. */
export function phoneSecret(): Uint8Array<ArrayBuffer> {
  const old = kept('secret');
  if (old) return Uint8Array.from(atob(old), (char) => char.charCodeAt(0));
  const secret = crypto.getRandomValues(new Uint8Array(32));
  keep('secret', btoa(String.fromCharCode(...secret)));
  return secret;
}
