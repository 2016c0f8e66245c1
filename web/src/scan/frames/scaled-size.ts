import type { Frame } from '../decoder.ts';

export interface Size {
  width: number;
  height: number;
}

/** Size of a frame in whole pixels, its longer side brought to `longestSide` if given. */
export function scaledSize(frame: Frame, longestSide?: number): Size {
  const { width, height } = sizeOf(frame);
  const factor = longestSide === undefined ? 1 : longestSide / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function sizeOf(frame: Frame): Size {
  return 'displayWidth' in frame ? { width: frame.displayWidth, height: frame.displayHeight } : frame;
}
