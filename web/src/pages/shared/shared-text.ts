import type { Answer } from '@assay/contract';

/** What a shared answer can be checked again by: its barcode or number. A unit's own code is not shared in full. */
export const sharedText = ({ identity }: Answer): string =>
  identity.serial === undefined ? (identity.registrationNumber ?? identity.gtin ?? '') : '';
