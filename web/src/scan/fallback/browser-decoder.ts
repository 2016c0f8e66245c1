import { BrowserMultiFormatReader } from '@zxing/browser';
import { BarcodeFormat, DecodeHintType } from '@zxing/library';
import { PLAIN, type Decoder } from '../decoder.ts';
import type { Reading } from '../reading.ts';
import { quarterTurn, toCanvas } from './canvas.ts';
import { toReading } from './to-reading.ts';

const SQUARE = [BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX];

/** UPC-E is absent: this decoder never reads it. */
const BARS = [
  BarcodeFormat.EAN_13,
  BarcodeFormat.EAN_8,
  BarcodeFormat.UPC_A,
  BarcodeFormat.ITF,
  BarcodeFormat.CODE_128,
];

/** It works on the main thread: larger pictures would freeze the page for too long. */
const LONGEST_SIDE = 1280;

/** A pause before each picture, so that the page can answer a finger. */
const BREATH_MS = 120;

/** The decoder of devices without WebAssembly: @zxing/browser, on the main thread, a few pictures a second. */
export function openBrowserDecoder(): Decoder {
  const square = readerOf(SQUARE);
  const bars = readerOf(BARS);

  return {
    async decode(frame, signal, { kinds } = PLAIN) {
      const picture = toCanvas(frame, LONGEST_SIDE);
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
      signal.throwIfAborted();
      const found =
        (kinds === 'bars' ? undefined : read(square, picture)) ??
        (kinds === 'square' ? undefined : (read(bars, picture) ?? read(bars, quarterTurn(picture))));
      return found ? [found] : [];
    },
    close() {},
  };
}

function readerOf(formats: BarcodeFormat[]): BrowserMultiFormatReader {
  return new BrowserMultiFormatReader(
    new Map<DecodeHintType, unknown>([
      [DecodeHintType.POSSIBLE_FORMATS, formats],
      [DecodeHintType.TRY_HARDER, true],
      [DecodeHintType.ASSUME_GS1, true],
    ]),
  );
}

/** It throws where it finds nothing, and (0.2.1) a plain error where it tries to turn the picture by itself. */
function read(reader: BrowserMultiFormatReader, picture: HTMLCanvasElement): Reading | undefined {
  try {
    const result = reader.decodeFromCanvas(picture);
    return toReading(BarcodeFormat[result.getBarcodeFormat()], result.getText());
  } catch {
    return undefined;
  }
}
