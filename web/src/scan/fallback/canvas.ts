import type { Frame } from '../decoder.ts';
import { scaledSize } from '../frames/scaled-size.ts';

/** A canvas with the frame on it, no longer than `longestSide`; closes the frame. */
export function toCanvas(frame: Frame, longestSide: number): HTMLCanvasElement {
  const own = scaledSize(frame);
  const size = Math.max(own.width, own.height) > longestSide ? scaledSize(frame, longestSide) : own;
  const { canvas, context } = makeCanvas(size.width, size.height);
  if (frame instanceof ImageData) {
    context.putImageData(frame, 0, 0);
    return canvas;
  }
  context.drawImage(frame, 0, 0, size.width, size.height);
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
