import type { Light } from './light.ts';
import type { Reading } from './reading.ts';

/** One picture. Whoever decodes it closes it. */
export type Frame = VideoFrame | ImageBitmap | ImageData;

/** How a picture is looked at. */
export interface Look {
  kinds: 'all' | 'square' | 'bars';
  /** Scan lines across bars that must agree (zxing's `minLineCount`). Fewer than 4 is a weak reading. */
  lines: number;
  /** The picture is scaled to this many pixels on its longer side; absent: as it is. */
  longestSide?: number;
}

/** The plain pass: what a frame of the camera gets. */
export const PLAIN: Look = { kinds: 'all', lines: 4 };

/** What one picture gave. */
export interface Seen {
  /** At most one; empty where there is no code. */
  readings: Reading[];
  light: Light;
}

export interface Decoder {
  /**
   * Takes the frame over and closes it. Rejects with the signal's reason, or when the decoder is closed.
   */
  decode(frame: Frame, signal: AbortSignal, look?: Look): Promise<Seen>;
  /** Ends worker and memory. Safe to call twice. */
  close(): void;
}
