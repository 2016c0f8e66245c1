import type { Resolution, SymbolKind } from '@assay/contract';

/** Heads of 203 dpi have eight dots a millimetre. */
const DOT_MM: Record<Resolution, number> = { 203: 1 / 8, 300: 25.4 / 300, 600: 25.4 / 600 };

/**
 * X-dimension, the side of a module, in millimetres: what GS1 General Specifications (5.12.3.1) allow at a shop's till for
 * both symbols; the target is 1.5 times that of linear symbols. A phone's camera wants no less.
 */
const X_DIMENSION = { least: 0.396, target: 0.495, most: 0.99 };

/** Light modules on every side: QR Code needs 4 (ISO/IEC 18004); DataMatrix 1 (ISO/IEC 16022), and gets one more. */
export const QUIET_ZONE: Record<SymbolKind, number> = { 'qr-code': 4, 'data-matrix': 2 };

/** The sides that a module may have: whole dots of the printer, since half a dot makes some wider than others. */
export function moduleSizes(resolution: Resolution): number[] {
  const dot = DOT_MM[resolution];
  const sizes: number[] = [];
  for (let dots = 1; dots * dot <= X_DIMENSION.most; dots++)
    if (dots * dot >= X_DIMENSION.least) sizes.push(dots * dot);
  return sizes;
}

/** The whole dots that come nearest to the target. */
export function targetSize(resolution: Resolution): number {
  const dot = DOT_MM[resolution];
  return Math.round(X_DIMENSION.target / dot) * dot;
}
