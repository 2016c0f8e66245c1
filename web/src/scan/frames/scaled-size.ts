export interface Size {
  width: number;
  height: number;
}

type Sized = Size | Pick<VideoFrame, 'displayWidth' | 'displayHeight'>;

/** Size of a frame in whole pixels, its longer side brought to `longestSide` if given. */
export function scaledSize(frame: Sized, longestSide?: number): Size {
  const { width, height } = sizeOf(frame);
  const factor = longestSide === undefined ? 1 : longestSide / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function sizeOf(frame: Sized): Size {
  return 'displayWidth' in frame ? { width: frame.displayWidth, height: frame.displayHeight } : frame;
}
