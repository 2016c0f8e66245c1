export interface Light {
  /** 0 to 255. */
  mean: number;
  brightest: number;
}

const SIDE = 24;

/** A meter of the light in a video's current frame; it looks at a tiny copy, so it costs next to nothing. */
export function lightMeter(video: HTMLVideoElement): () => Light | undefined {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: SIDE, height: SIDE });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return () => {
    if (!context || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
    context.drawImage(video, 0, 0, SIDE, SIDE);
    return lightOf(context.getImageData(0, 0, SIDE, SIDE).data);
  };
}

/** Green stands for brightness: close enough to tell day from night. */
export function lightOf(rgba: ArrayLike<number>): Light {
  let sum = 0;
  let brightest = 0;
  for (let green = 1; green < rgba.length; green += 4) {
    const shade = rgba[green] ?? 0;
    sum += shade;
    brightest = Math.max(brightest, shade);
  }
  return { mean: sum / (rgba.length / 4), brightest };
}

/** No sensor sees this little, not even in a closed hand: the camera is blocked by a shutter or by software. */
export function isBlack({ brightest }: Light): boolean {
  return brightest < 6;
}
