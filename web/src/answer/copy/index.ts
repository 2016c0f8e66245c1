import type { Facts } from '../facts.ts';
import type { State } from '../state.ts';
import { authorityDecision, makerReport } from './accused.ts';
import { barcodeOnly, noUnitCode, unitCodeRequired } from './barcode.ts';
import {
  codesRevoked,
  codeWithdrawn,
  lotNotRegistered,
  notAProductCode,
  notReleased,
  notYetListed,
  storeInternalCode,
} from './code.ts';
import type { Copy } from './copy.ts';
import { copySuspected, expiryMismatch, lotMismatch, serialNotIssued } from './doubt.ts';
import { foreignLink } from './foreign-link.ts';
import { brandNotVerified, brandSuspended } from './maker.ts';
import { notRegistered } from './not-registered.ts';
import { readAgain } from './read-again.ts';
import { batchRegistered, codeRegistered } from './registered.ts';
import { registrationNumber } from './registration-number.ts';
import { authorityWarning, expired, recalled } from './warned.ts';

/** The words of every state. */
export const copies: Record<State, (facts: Facts) => Copy> = {
  'authority-decision': authorityDecision,
  'maker-report': makerReport,
  'authority-warning': authorityWarning,
  recalled,
  'brand-suspended': brandSuspended,
  'serial-not-issued': serialNotIssued,
  'lot-mismatch': lotMismatch,
  'expiry-mismatch': expiryMismatch,
  'copy-suspected': copySuspected,
  'read-again': readAgain,
  expired,
  'store-internal-code': storeInternalCode,
  'not-a-product-code': notAProductCode,
  'registration-number': registrationNumber,
  'foreign-link': foreignLink,
  'not-registered': notRegistered,
  'brand-not-verified': brandNotVerified,
  'codes-revoked': codesRevoked,
  'code-withdrawn': codeWithdrawn,
  'not-released': notReleased,
  'not-yet-listed': notYetListed,
  'lot-not-registered': lotNotRegistered,
  'unit-code-required': unitCodeRequired,
  'no-unit-code': noUnitCode,
  'code-registered': codeRegistered,
  'batch-registered': batchRegistered,
  'barcode-registered': barcodeOnly,
};
