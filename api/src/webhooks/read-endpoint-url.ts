import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';

const LONGEST = 2000;
/** Below are the ports of other services, which shall not hear from us. */
const FIRST_FREE_PORT = 1024;

/**
 * The address of an endpoint, in its one canonical form, or what is wrong with it. Names are not looked up here: what
 * they stand for is checked when a connection is made.
 *
 * @param allowPrivate the setting WEBHOOK_ALLOW_PRIVATE
 */
export function readEndpointUrl(
  text: string,
  allowPrivate: boolean,
): { ok: true; url: string } | { ok: false; why: string } {
  const refuse = (why: string) => ({ ok: false, why }) as const;
  if (!URL.canParse(text) || text.length > LONGEST) return refuse('it is no address of a website');
  const url = new URL(text);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    return refuse('it does not begin with https://');
  if (url.username !== '' || url.password !== '') return refuse('it holds a user or a password');
  if (url.hash !== '') return refuse('it has a fragment, which is never sent');
  if (isIP(host) && !text.toLowerCase().includes(host)) return refuse(`it spells ${host} in an unusual way`);
  if (allowPrivate) return { ok: true, url: url.href };
  if (url.port !== '' && Number(url.port) < FIRST_FREE_PORT)
    return refuse(`its port ${url.port} belongs to another service`);
  if (isIP(host) ? !isPublicAddress(host) : !host.includes('.'))
    return refuse('it leads into a private network');
  return { ok: true, url: url.href };
}
