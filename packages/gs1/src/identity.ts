import type { ScanFormat } from './scan.ts';

/** Always 14 digits with a right check digit. */
export type Gtin = string & { readonly __gtin: unique symbol };

/** One GS1 Application Identifier with its value. */
export interface Element {
  ai: string;
  value: string;
}

/** A product, with whatever the carrier says about lot, unit and dates (ISO days). */
export interface TradeItem {
  kind: 'trade-item';
  gtin: Gtin;
  lot?: string;
  serial?: string;
  expiry?: string;
  bestBefore?: string;
  made?: string;
  packed?: string;
  /** Never empty: a bare barcode number carries AI 01 by implication. */
  elements: readonly Element[];
  carrier: 'linear' | 'element-string' | 'digital-link' | 'typed';
  /** Digital Link only; host in lower case, with its port if any. */
  link?: { url: string; host: string };
  alternative?: never;
}

/** A number that a shop gives itself, such as weighed goods: it names nothing outside that shop. */
export interface StoreInternal {
  kind: 'store-internal';
  gtin: Gtin;
}

export interface Publication {
  kind: 'publication';
  scheme: 'ISSN' | 'ISBN' | 'ISMN';
  gtin: Gtin;
}

/** Well-formed GS1 data that names no trade item: a pallet (SSCC), a place (GLN), an asset. */
export interface OtherKey {
  kind: 'other-key';
  ai: string;
  value: string;
  elements: readonly Element[];
}

/** A public registration number, upper case in NFC without outer space (typed: without any space). */
export interface RegistrationNumber {
  kind: 'registration-number';
  pattern: string;
  number: string;
  /** Present when the typed digits are a right barcode number too. */
  alternative?: TradeItem;
}

/** An http or https address that is no GS1 Digital Link. */
export interface Link {
  kind: 'link';
  url: string;
  host: string;
}

export interface OtherScheme {
  kind: 'other-scheme';
  scheme: 'PPN' | 'ISO15434-06' | 'HIBC';
  fields: Record<string, string>;
}

export interface Plain {
  kind: 'plain';
  text: string;
  format: ScanFormat;
}

export type Identity =
  | TradeItem
  | StoreInternal
  | Publication
  | OtherKey
  | RegistrationNumber
  | Link
  | OtherScheme
  | Plain;
