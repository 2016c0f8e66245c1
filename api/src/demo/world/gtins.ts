import { checkDigit } from '@assay/gs1';

const withCheck = (digits: string) => digits + checkDigit(digits);

/**
 * GS1 company prefixes of the invented makers. GS1 keeps 952 for demonstrations (General Specifications
 * 1.4.2; for GTIN-8 1.4.3).
 */
export const PREFIXES = {
  mayTrang: '9521001',
  /** A single GTIN-8 in the form of a GTIN-13. */
  mayTrangSmall: withCheck('000009521001'),
  doiSuong: '9521002',
  gioNui: '9521003',
  trangNon: '9521004',
} as const;

export const GTINS = {
  paracetamol: withCheck('952100100001'),
  headache: withCheck('952100100002'),
  cream: withCheck('952100100010'),
  cleanser: withCheck('952100100011'),
  dishSoap: withCheck('952100100020'),
  dishSoapCarton: withCheck('1952100100020'),
  soapBar: withCheck('9521001'),
  infantMilk: withCheck('952100200001'),
  infantMilkCarton: withCheck('1952100200001'),
  vitamins: withCheck('952100200010'),
  cereal: withCheck('952100200020'),
  tea: withCheck('952100300001'),
  lipBalm: withCheck('952100400001'),
} as const;

/** Goods that nobody registered. */
export const UNREGISTERED = {
  slimmingPills: withCheck('952199900001'),
  candy: withCheck('952199900002'),
} as const;

/** Numbers that name no product of a maker: a shop's own labels and a book. */
export const NO_PRODUCT = {
  shopLabel: withCheck('200012300450'),
  scaleLabel: withCheck('21234501990'),
  book: withCheck('978604000000'),
} as const;

export const REGISTRATIONS = { paracetamol: 'VD-00123-26', headache: 'VD-00245-26' } as const;
