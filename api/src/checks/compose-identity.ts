import type { Identity } from '@assay/contract';
import { compact } from '../compact.ts';
import type { CheckDeps } from './deps.ts';
import type { Facts } from './facts.ts';
import type { Asked } from './read-request.ts';

const LONGEST_TEXT = 200;

/** What was read from the code, by its kind. A link is shown by its host and never followed (R11). */
export function composeIdentity({ country }: CheckDeps, { identity, format }: Asked, facts: Facts): Identity {
  const symbology = format;
  const { kind } = identity;
  switch (kind) {
    case 'trade-item': {
      const { gtin, lot, serial, expiry, made, link } = identity;
      return compact({
        kind,
        symbology,
        gtin,
        lot,
        serial,
        expiry,
        made,
        ...(link ? hostOf(link.host) : {}),
      });
    }
    case 'store-internal':
    case 'publication':
      return { kind, symbology, gtin: identity.gtin };
    case 'registration-number':
      return compact({
        kind,
        symbology,
        registrationNumber: identity.number,
        pattern: identity.pattern,
        alternativeGtin: identity.alternative?.gtin,
      });
    case 'link':
      return compact({ kind, symbology, url: identity.url.slice(0, LONGEST_TEXT), ...hostOf(identity.host) });
    case 'other-key':
      return { kind, symbology, text: `(${identity.ai}) ${identity.value}` };
    case 'other-scheme':
      return { kind, symbology, scheme: identity.scheme };
    case 'plain':
      return { kind, symbology, text: identity.text.slice(0, LONGEST_TEXT) };
  }

  function hostOf(host: string) {
    const makersOwn =
      facts.registrant?.status === 'verified' && facts.registrant.declaredHosts.includes(host)
        ? true
        : undefined;
    const scheme = country.knownSchemes.find((known) => known.hosts.includes(host))?.id;
    return { host, scheme, makersOwn };
  }
}
