import type { Resolution, SymbolKind } from '@assay/contract';
import { moduleSizes, QUIET_ZONE } from './resolution.ts';

/** A way to place the symbol on a label, and the room that is left for text. Millimetres. */
export interface Room {
  /** Where the text stands, seen from the symbol. */
  place: 'beside' | 'below';
  module: number;
  /** The side of the symbol. */
  box: number;
  symbol: { x: number; y: number };
  x: number;
  y: number;
  width: number;
  height: number;
}

const PADDING = { least: 1.2, share: 0.065, most: 2.5 };

/** Every way to place a symbol of so many modules a side on a label, with its quiet zone on the label too. */
export function roomsOf(
  { width, height }: { width: number; height: number },
  symbol: SymbolKind,
  side: number,
  resolution: Resolution,
): Room[] {
  const padding = Math.min(PADDING.most, Math.max(PADDING.least, PADDING.share * Math.min(width, height)));
  return moduleSizes(resolution).flatMap((module) => {
    const box = side * module;
    const quiet = QUIET_ZONE[symbol] * module;
    const clear = Math.max(quiet, padding);
    const fits = (length: number) => box + 2 * clear <= length;
    const beside = clear + box + clear;
    const below = clear + box + quiet;
    const rooms: Room[] = [];
    if (fits(height))
      rooms.push({
        place: 'beside',
        module,
        box,
        symbol: { x: clear, y: (height - box) / 2 },
        x: beside,
        y: padding,
        width: width - padding - beside,
        height: height - 2 * padding,
      });
    if (fits(width))
      rooms.push({
        place: 'below',
        module,
        box,
        symbol: { x: (width - box) / 2, y: clear },
        x: padding,
        y: below,
        width: width - 2 * padding,
        height: height - padding - below,
      });
    return rooms.filter((room) => room.width > 0 && room.height > 0);
  });
}
