import type { Frame } from '../decoder.ts';

/**
 * The video's current picture in the cheapest form that this browser has: a VideoFrame (no copy), an ImageBitmap,
 * or, where a worker has no canvas to draw them on, the pixels themselves.
 */
export async function grabFrame(video: HTMLVideoElement): Promise<Frame> {
  if (typeof OffscreenCanvas === 'undefined') return pixelsOf(video);
  if (typeof VideoFrame !== 'undefined') return new VideoFrame(video);
  return createImageBitmap(video);
}

function pixelsOf(video: HTMLVideoElement): ImageData {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to read pixels from');
  context.drawImage(video, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
