import type { Frame } from '../decoder.ts';
import { grabFrame } from './grab-frame.ts';

/** Where browsers tell of no frames, one is looked for so often. */
const TIMER_MS = 66;

/**
 * Yields the newest frame of the camera whenever the caller asks and one is there that it has not seen: who is slower
 * than the camera misses frames and never queues them. Nothing while the page is hidden. Ends when the signal aborts.
 */
export async function* freshFrames(video: HTMLVideoElement, signal: AbortSignal): AsyncGenerator<Frame> {
  const clock = frameClock(video, signal);
  try {
    while (!signal.aborted) {
      await clock.newer();
      if (!signal.aborted && !document.hidden && hasPicture(video)) yield await grabFrame(video);
    }
  } finally {
    clock.stop();
  }
}

const hasPicture = (video: HTMLVideoElement) => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;

/** Remembers whether a frame was presented since `newer` last resolved. */
function frameClock(video: HTMLVideoElement, signal: AbortSignal): { newer(): Promise<void>; stop(): void } {
  let fresh = false;
  let wake: (() => void) | undefined;

  const stopTicking = everyFrame(video, () => {
    fresh = true;
    wake?.();
  });
  const stop = () => {
    stopTicking();
    wake?.();
  };
  signal.addEventListener('abort', stop, { once: true });

  return {
    async newer() {
      if (!fresh && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      fresh = false;
    },
    stop,
  };
}

function everyFrame(video: HTMLVideoElement, presented: () => void): () => void {
  if (typeof video.requestVideoFrameCallback !== 'function') {
    const timer = setInterval(presented, TIMER_MS);
    return () => clearInterval(timer);
  }
  const again = () => {
    handle = video.requestVideoFrameCallback(again);
    presented();
  };
  let handle = video.requestVideoFrameCallback(again);
  return () => video.cancelVideoFrameCallback(handle);
}
