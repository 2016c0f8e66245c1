import type { Camera } from './camera/camera.ts';
import { openCamera } from './camera/open-camera.ts';
import { Unavailable } from './camera/why-unavailable.ts';
import type { Decoder } from './decoder.ts';
import { freshFrames } from './frames/fresh-frames.ts';
import { watchLight } from './frames/watch-light.ts';
import { type Hint, hintAfter } from './hint.ts';
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
    show(camera, video, signal);
    watch(camera, video, events, session);
    return await readFrames(video, await decoding(), signal);
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

function show({ stream }: Camera, video: HTMLVideoElement, signal: AbortSignal): void {
  const play = () => void video.play().catch(() => {});
  video.srcObject = stream;
  play();
  document.addEventListener('visibilitychange', () => document.hidden || play(), { signal });
  signal.addEventListener('abort', () => (video.srcObject = null), { once: true });
}

/** Hints by time and light; ends the session when the camera goes away or shows nothing but black. */
function watch(
  camera: Camera,
  video: HTMLVideoElement,
  { onHint }: ScanEvents,
  session: AbortController,
): void {
  const start = performance.now();
  const lost = () => session.abort(new Unavailable('no-camera'));
  const [track] = camera.stream.getVideoTracks();
  track?.addEventListener('ended', lost, { signal: session.signal });
  watchLight(
    video,
    { light: ({ mean }) => onHint(hintAfter(performance.now() - start, mean)), black: lost },
    session.signal,
  );
}

async function readFrames(
  video: HTMLVideoElement,
  decoder: Decoder,
  signal: AbortSignal,
): Promise<ScanOutcome> {
  let ballot: Ballot = [];
  for await (const frame of freshFrames(video, signal)) {
    const counted = vote(ballot, await decoder.decode(frame, signal), performance.now());
    if (counted.kind !== 'waiting') return counted;
    ballot = counted.ballot;
  }
  throw signal.reason;
}
