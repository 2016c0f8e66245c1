import { buildDigitalLink, buildElementString, type UnitIdentity } from '@assay/gs1';
import type { Sample } from '@assay/contract';

type Carried = Pick<Sample, 'format' | 'text'>;

/** A GS1 DataMatrix of everything on the label. */
export const square = (label: UnitIdentity): Carried => ({
  format: 'data_matrix',
  text: buildElementString(label),
});

/** A QR code with a Digital Link on this service, or on another origin. */
export const link = (label: UnitIdentity, origin = ORIGIN): Carried => ({
  format: 'qr_code',
  text: buildDigitalLink(label, origin),
});

/** A GS1-128, with the symbology identifier that tells it from any other Code 128. */
export const carton = (label: UnitIdentity): Carried => ({
  format: 'code_128',
  text: `]C1${buildElementString(label)}`,
});

export const barcode = (gtin13: string): Carried => ({ format: 'ean_13', text: gtin13 });

/** Replaced by the address of this service when the samples are read. */
export const ORIGIN = '{origin}';
