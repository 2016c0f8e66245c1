import type { Frame } from '../decoder.ts';
import { scaledSize } from '../frames/scaled-size.ts';

/**
 * A canvas with the frame on it, no longer than `longestSide` and then `size` times as large; closes the frame. Plain
 * pixels keep their size.
 */
export function toCanvas(frame: Frame, longestSide: number, size = 1): HTMLCanvasElement {
  const own = scaledSize(frame);
  if (frame instanceof ImageData) {
    const { canvas, context } = makeCanvas(own.width, own.height);
    context.putImageData(frame, 0, 0);
    return canvas;
  }
  const { width, height } = scaledSize(frame, size * Math.min(longestSide, Math.max(own.width, own.height)));
  const { canvas, context } = makeCanvas(width, height);
  context.drawImage(frame, 0, 0, width, height);
  frame.close();
  return canvas;
}

export function quarterTurn(source: HTMLCanvasElement): HTMLCanvasElement {
  const { canvas, context } = makeCanvas(source.height, source.width);
  context.translate(source.height, 0);
  context.rotate(Math.PI / 2);
  context.drawImage(source, 0, 0);
  return canvas;
}

export function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  return contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
}

function makeCanvas(width: number, height: number) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  return { canvas, context: contextOf(canvas) };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to draw on');
  return context;
}
