import ipaddr from 'ipaddr.js';

/** Global unicast (RFC 4291): everything else that looks like IPv6 belongs to a machine, a link, a site or nobody. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');
/** IPv4 behind a translator (RFC 6052); its neighbour of RFC 8215 is for private translators. */
const TRANSLATED = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** IANA's special-purpose registry, where it is ahead of the library: protocol assignments, documentation. */
const SPECIAL = ['2001::/23', '3fff::/20'].map((range) => ipaddr.IPv6.parseCIDR(range));
/** Looks public, and is the host of a virtual machine at Azure. */
const OF_HOSTS = new Set(['168.63.129.16']);

/**
 * Whether an address belongs to the internet, so that sending to it reaches nothing that only this machine or its
 * network can reach (IANA special-purpose address registries, RFC 6890). An address inside of another counts as the one
 * that it leads to; tunnels (6to4, Teredo) and mapped addresses have no business in a name and are refused altogether.
 *
 * @param address as a resolver gives it: IPv4 in four decimal parts, or IPv6
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address))
    return ipaddr.IPv4.parse(address).range() === 'unicast' && !OF_HOSTS.has(address);
  if (!ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.match(TRANSLATED)) return isPublicAddress(parsed.toByteArray().slice(-4).join('.'));
  return (
    parsed.match(GLOBAL) && parsed.range() === 'unicast' && !SPECIAL.some((range) => parsed.match(range))
  );
}
