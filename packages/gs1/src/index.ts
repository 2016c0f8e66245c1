export { buildBracketed, buildDigitalLink, buildElementString, type UnitIdentity } from './build.ts';
export type { FailureReason, ScanFailure } from './failure.ts';
export { foldLot } from './fold-lot.ts';
export { gs1Date } from './gs1-date.ts';
export { checkDigit, hasRightCheckDigit, toGtin } from './gtin.ts';
export type {
  Element,
  Gtin,
  Identity,
  Link,
  OtherKey,
  OtherScheme,
  Plain,
  Publication,
  RegistrationNumber,
  StoreInternal,
  TradeItem,
} from './identity.ts';
export { type ParseOutcome, parseScan } from './parse-scan.ts';
export { parsePrintedDate } from './printed-date.ts';
export type { KnownScheme, ParseOptions, RegistrationPattern, Scan, ScanFormat } from './scan.ts';
