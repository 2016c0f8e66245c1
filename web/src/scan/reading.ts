import type { Format } from '@assay/contract/lists';

/** What a decoder read off one symbol. */
export interface Reading {
  /** As printed in the symbol; GS (0x1D) stands where a GS1 symbol has a separating FNC1. */
  text: string;
  format: Format;
  /** Symbology identifier (ISO/IEC 15424), such as `]d2`; absent where the decoder gives none. */
  aim?: string;
  /** The number may be misread: show it to the person before using it. */
  confirm?: boolean;
}

/** DataMatrix and QR correct their own errors, bars do not. */
export function isSquare({ format }: Pick<Reading, 'format'>): boolean {
  return format === 'data_matrix' || format === 'qr_code';
}
