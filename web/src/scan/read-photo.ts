import { type Decoder, type Frame, type Look, PLAIN } from './decoder.ts';
import { openDecoder } from './open-decoder.ts';
import { isSquare, type Reading } from './reading.ts';

export type PhotoOutcome =
  | { kind: 'read'; reading: Reading }
  /** The photo shows several codes that may belong to different things. */
  | { kind: 'choose'; readings: Reading[] }
  | { kind: 'nothing' };

/** Longest side in pixels: phones take photos of three times that, which only costs time and memory. */
const LONGEST_SIDE = 2000;

/**
 * Reads the codes of a photo: the square one and the bars each by the plain pass; then, where neither was read, a
 * closer look whose reading may ask for confirmation. A file that is no picture holds nothing.
 *
 * Rejects with the signal's reason, or when no decoder starts.
 */
export async function readPhoto(file: File, signal: AbortSignal): Promise<PhotoOutcome> {
  const photo = await openPicture(file);
  signal.throwIfAborted();
  if (!photo) return { kind: 'nothing' };
  const session = new AbortController();
  const stop = () => session.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return settle(await readAll(await openDecoder(session.signal), photo, session.signal));
  } finally {
    signal.removeEventListener('abort', stop);
    session.abort();
    photo.close();
  }
}

async function openPicture(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    return undefined;
  }
}

async function readAll(decoder: Decoder, photo: ImageBitmap, signal: AbortSignal): Promise<Reading[]> {
  const longest = Math.max(photo.width, photo.height);
  const longestSide = Math.min(longest, LONGEST_SIDE);
  const look = async (how: Look) => (await decoder.decode(await copyOf(photo), signal, how)).readings;

  const square = await look({ ...PLAIN, kinds: 'square', longestSide });
  const bars = await look({ ...PLAIN, kinds: 'bars', longestSide });
  if (square.length + bars.length > 0) return [...square, ...bars];
  return look({ kinds: 'all', lines: 2, longestSide: Math.min(2 * longest, 2 * LONGEST_SIDE) });
}

/** A decoder closes what it is given. */
const copyOf = (photo: ImageBitmap): Promise<Frame> => createImageBitmap(photo);

/** Bars whose number stands in the square code beside them say the same with less. */
export function settle(readings: Reading[]): PhotoOutcome {
  const square = readings.find(isSquare);
  const isRepeated = (reading: Reading) =>
    reading !== square && square?.text.includes(reading.text.padStart(14, '0'));
  const different = readings.filter((reading) => !isRepeated(reading));
  const [only] = different;
  if (!only) return { kind: 'nothing' };
  return different.length > 1 ? { kind: 'choose', readings: different } : { kind: 'read', reading: only };
}
