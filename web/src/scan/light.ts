/** How light a picture is, 0 to 255. */
export interface Light {
  mean: number;
  brightest: number;
}

/** A prime step through the pixels: every row is met, at another place. */
const STEP = 97;

/** Green stands for brightness: close enough to tell day from night. */
export function lightOf({ data }: Pick<ImageData, 'data'>): Light {
  let sum = 0;
  let count = 0;
  let brightest = 0;
  for (let green = 1; green < data.length; green += 4 * STEP) {
    const shade = data[green] ?? 0;
    sum += shade;
    count += 1;
    brightest = Math.max(brightest, shade);
  }
  return { mean: sum / Math.max(count, 1), brightest };
}

/** No sensor sees this little, not even in a closed hand: the camera is blocked by a shutter or by software. */
const BLACK = 6;
const BLACK_MS = 2000;

/** Since when (ms) the picture has been black; `undefined` when it is not. */
export function blackSince(since: number | undefined, { brightest }: Light, now: number): number | undefined {
  return brightest < BLACK ? (since ?? now) : undefined;
}

/** After 2 s of black another way to read the code is needed. */
export function staysBlack(since: number | undefined, now: number): boolean {
  return since !== undefined && now - since >= BLACK_MS;
}
