import type { Identity } from '@assay/gs1';
import { digestText, factKey, foldRegistration } from '../freshness/index.ts';

/** The facts that an identity asks for. */
export function factKeyOf(identity: Identity): string {
  switch (identity.kind) {
    case 'trade-item':
    case 'store-internal':
    case 'publication':
      return factKey.gtin(identity.gtin);
    case 'registration-number':
      return factKey.registration(foldRegistration(identity.number));
    case 'link':
      return factKey.text(digestText(identity.url));
    case 'plain':
      return factKey.text(digestText(identity.text));
    case 'other-key':
      return factKey.text(digestText(`(${identity.ai})${identity.value}`));
    case 'other-scheme':
      return factKey.text(digestText(JSON.stringify([identity.scheme, identity.fields])));
  }
}
