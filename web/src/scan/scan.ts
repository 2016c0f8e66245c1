import type { Camera } from './camera/camera.ts';
import { openCamera } from './camera/open-camera.ts';
import { Unavailable } from './camera/why-unavailable.ts';
import type { Decoder, Frame } from './decoder.ts';
import { freshFrames } from './frames/fresh-frames.ts';
import { type Hint, hintAfter } from './hint.ts';
import { blackSince, staysBlack } from './light.ts';
import { openDecoder } from './open-decoder.ts';
import { type Ballot, type Vote, vote } from './vote.ts';

export interface ScanEvents {
  onCamera: (camera: Camera) => void;
  onHint: (hint: Hint) => void;
}

export type ScanOutcome = Exclude<Vote, { kind: 'waiting' }>;

/**
 * Looks through the camera until a code is read, or two different numbers are. Camera and decoder start together and
 * end with the scan, however it ends.
 *
 * Throws `Unavailable`, or the signal's reason when it aborts.
 */
export async function scan(
  video: HTMLVideoElement,
  deviceId: string | undefined,
  events: ScanEvents,
  outer: AbortSignal,
): Promise<ScanOutcome> {
  const session = new AbortController();
  const { signal } = session;
  outer.addEventListener('abort', () => session.abort(outer.reason), { once: true });
  try {
    const decoding = startDecoder(signal);
    const camera = await openCamera(deviceId, signal);
    events.onCamera(camera);
    show(camera, video, session);
    return await readFrames(freshFrames(video, signal), await decoding(), events, signal);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    session.abort();
  }
}

/** Loads beside the camera; its failure waits for whoever asks for the decoder. */
function startDecoder(signal: AbortSignal): () => Promise<Decoder> {
  const decoding = openDecoder(signal).then(
    (decoder) => () => decoder,
    (cause: unknown) => () => {
      throw new Unavailable('no-decoder', { cause });
    },
  );
  return async () => (await decoding)();
}

function show({ stream }: Camera, video: HTMLVideoElement, session: AbortController): void {
  const { signal } = session;
  const play = () => void video.play().catch(() => {});
  const lost = () => session.abort(new Unavailable('no-camera'));

  video.srcObject = stream;
  play();
  document.addEventListener('visibilitychange', () => document.hidden || play(), { signal });
  stream.getVideoTracks()[0]?.addEventListener('ended', lost, { signal });
  signal.addEventListener('abort', () => (video.srcObject = null), { once: true });
}

async function readFrames(
  frames: AsyncIterable<Frame>,
  decoder: Decoder,
  { onHint }: ScanEvents,
  signal: AbortSignal,
): Promise<ScanOutcome> {
  const start = performance.now();
  let ballot: Ballot = [];
  let black: number | undefined;

  for await (const frame of frames) {
    const { readings, light } = await decoder.decode(frame, signal);
    const now = performance.now();
    const counted = vote(ballot, readings, now);
    if (counted.kind !== 'waiting') return counted;
    ballot = counted.ballot;
    black = blackSince(black, light, now);
    if (staysBlack(black, now)) throw new Unavailable('no-camera');
    onHint(hintAfter(now - start, light.mean));
  }
  throw signal.reason;
}
