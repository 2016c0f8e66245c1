import type { Category, Localised } from '@assay/contract';

/** A top-level area, known without an installed area pack. `point`: latitude and longitude in degrees, inside it. */
export interface Province {
  code: string;
  name: string;
  nameEn: string;
  point: readonly [lat: number, lon: number];
}

/** A public page where a registration number can be looked up by hand. */
export interface OfficialLookup {
  agency: Localised;
  host: string;
  url: string;
}

/** The form of a public registration number; `re` is anchored and meant for upper-case NFC text. */
export interface RegistrationPattern {
  id: string;
  re: RegExp;
  kind: Localised;
  category?: Category;
  lookup?: OfficialLookup;
}

/** A public code scheme that is not ours and the hosts that its links stand on (R11). */
export interface KnownScheme {
  id: string;
  name: Localised;
  hosts: readonly string[];
}

/** Everything national, as data. */
export interface CountryPack {
  id: string;
  name: Localised;
  languages: readonly ('vi' | 'en')[];
  timeZone: string;
  emergency: string;
  consumerLine: { name: Localised; phone: string };
  currency: string;
  provinces: readonly Province[];
  registrationPatterns: readonly RegistrationPattern[];
  /** A plain barcode never earns `authentic` here (R3). */
  highRiskCategories: readonly Category[];
  /** The health line stands under red and amber answers of these (R9). */
  healthCategories: readonly Category[];
  knownSchemes: readonly KnownScheme[];
  refundRight: Localised;
}
