// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshFrames } from './fresh-frames.ts';

/** A video whose frames a test presents by hand. */
function handVideo() {
  let callback: (() => void) | undefined;
  const video = document.createElement('video');
  Object.defineProperties(video, {
    readyState: { value: 4 },
    requestVideoFrameCallback: { value: (next: () => void) => ((callback = next), 1) },
    cancelVideoFrameCallback: { value: () => (callback = undefined) },
  });
  return { video, present: () => callback?.(), isWatched: () => callback !== undefined };
}

let grabbed = 0;

beforeEach(() => {
  grabbed = 0;
  vi.stubGlobal('HTMLMediaElement', { HAVE_CURRENT_DATA: 2 });
  vi.stubGlobal('OffscreenCanvas', () => {});
  vi.stubGlobal(
    'VideoFrame',
    class {
      readonly number = (grabbed += 1);
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('gives a frame only once one was presented', async () => {
  const { video, present } = handVideo();
  const frames = freshFrames(video, new AbortController().signal);
  const first = frames.next();
  await settled();
  expect(grabbed).toBe(0);
  present();
  expect((await first).value).toEqual({ number: 1 });
});

test('grabs nothing while the caller is busy, then the newest frame at once', async () => {
  const { video, present } = handVideo();
  const frames = freshFrames(video, new AbortController().signal);
  const first = frames.next();
  present();
  await first;
  for (let frame = 0; frame < 5; frame++) present();
  await settled();
  expect(grabbed).toBe(1);
  expect((await frames.next()).value).toEqual({ number: 2 });
});

test('gives no frame twice', async () => {
  const { video, present } = handVideo();
  const frames = freshFrames(video, new AbortController().signal);
  const first = frames.next();
  present();
  await first;
  void frames.next();
  await settled();
  expect(grabbed).toBe(1);
});

test('gives nothing while the page is hidden', async () => {
  const { video, present } = handVideo();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const frames = freshFrames(video, new AbortController().signal);
  const first = frames.next();
  present();
  await settled();
  expect(grabbed).toBe(0);
  hidden.mockReturnValue(false);
  present();
  expect((await first).value).toEqual({ number: 1 });
});

test('ends with the signal and watches the video no longer', async () => {
  const { video, isWatched } = handVideo();
  const leaving = new AbortController();
  const frames = freshFrames(video, leaving.signal);
  const first = frames.next();
  expect(isWatched()).toBe(true);
  leaving.abort();
  expect(await first).toEqual({ done: true, value: undefined });
  expect(isWatched()).toBe(false);
});

test('watches the video no longer once the caller stops', async () => {
  const { video, present, isWatched } = handVideo();
  const frames = freshFrames(video, new AbortController().signal);
  const first = frames.next();
  present();
  await first;
  await frames.return(undefined);
  expect(isWatched()).toBe(false);
});
