import type { Frame } from '../decoder.ts';
import { scaledSize } from '../frames/scaled-size.ts';

let canvas: OffscreenCanvas | undefined;

/** The pixels of a frame, scaled to `longestSide` if given; closes the frame. */
export function toPixels(frame: Frame, longestSide?: number): ImageData {
  if (frame instanceof ImageData) return frame;
  const { width, height } = scaledSize(frame, longestSide);
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no canvas to read pixels from');
  context.drawImage(frame, 0, 0, width, height);
  frame.close();
  return context.getImageData(0, 0, width, height);
}
