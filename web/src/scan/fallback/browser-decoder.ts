import {
  type BrowserCodeReader,
  BrowserDatamatrixCodeReader,
  BrowserMultiFormatOneDReader,
  BrowserQRCodeReader,
} from '@zxing/browser';
import { BarcodeFormat, DecodeHintType } from '@zxing/library';
import { type Decoder, PLAIN } from '../decoder.ts';
import { lightOf } from '../light.ts';
import type { Reading } from '../reading.ts';
import { pixelsOf, quarterTurn, toCanvas } from './canvas.ts';
import { toReading } from './to-reading.ts';

/** UPC-E is absent: this decoder never reads it. */
const BARS = [
  BarcodeFormat.EAN_13,
  BarcodeFormat.EAN_8,
  BarcodeFormat.UPC_A,
  BarcodeFormat.ITF,
  BarcodeFormat.CODE_128,
];

const HINTS = new Map<DecodeHintType, unknown>([
  [DecodeHintType.POSSIBLE_FORMATS, BARS],
  [DecodeHintType.TRY_HARDER, true],
  [DecodeHintType.ASSUME_GS1, true],
]);

/** It works on the main thread: larger frames would freeze the page for too long. A photo may take its time. */
const LONGEST_SIDE = 960;

/**
 * One picture after the other is looked at in these sizes: this reader fails on 3 in 100 QR codes in any one size,
 * however still and sharp they are, and on 1 in 1,500 in all of them.
 */
const SIZES = [1, 0.7, 0.6, 0.5, 0.65];

/** The page gets as much time as the last picture took, and never less than this, to answer a finger. */
const LEAST_PAUSE_MS = 100;

/**
 * The decoder of devices without WebAssembly: @zxing/browser, on the main thread, a few pictures a second. Bars are
 * looked for upright and on their side.
 */
export function openBrowserDecoder(): Decoder {
  const square = [new BrowserQRCodeReader(HINTS), new BrowserDatamatrixCodeReader(HINTS)];
  const bars = new BrowserMultiFormatOneDReader(HINTS);
  let lastTook = 0;
  let pictures = 0;

  return {
    async decode(frame, signal, { kinds, longestSide = LONGEST_SIDE } = PLAIN) {
      const picture = toCanvas(frame, longestSide, SIZES[pictures++ % SIZES.length]);
      await new Promise((resolve) => setTimeout(resolve, Math.max(LEAST_PAUSE_MS, lastTook)));
      signal.throwIfAborted();
      const start = performance.now();
      const attempts = [
        ...(kinds === 'bars' ? [] : square.map((reader) => () => read(reader, picture))),
        ...(kinds === 'square' ? [] : [() => read(bars, picture), () => read(bars, quarterTurn(picture))]),
      ];
      const seen = { readings: firstOf(attempts), light: lightOf(pixelsOf(picture)) };
      lastTook = performance.now() - start;
      return seen;
    },
    close() {},
  };
}

function firstOf(attempts: readonly (() => Reading | undefined)[]): Reading[] {
  for (const attempt of attempts) {
    const reading = attempt();
    if (reading) return [reading];
  }
  return [];
}

/** It throws where it finds nothing, and (0.2.1) where it tries to turn the picture by itself. */
function read(reader: BrowserCodeReader, picture: HTMLCanvasElement): Reading | undefined {
  try {
    const result = reader.decodeFromCanvas(picture);
    return toReading(BarcodeFormat[result.getBarcodeFormat()], result.getText());
  } catch {
    return undefined;
  }
}
