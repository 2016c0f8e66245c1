import { isBlack, type Light, lightMeter } from './brightness.ts';

/** The picture stayed black for so long: another way to read the code is needed. */
const BLACK_MS = 2000;
const LOOK_EVERY_MS = 500;

/** Since when the picture is black, `undefined` when it is not. */
export function blackSince(
  since: number | undefined,
  light: Light | undefined,
  now: number,
): number | undefined {
  if (!light) return since;
  return isBlack(light) ? (since ?? now) : undefined;
}

/** Tells of the light twice a second while the page is visible, and once when the picture stayed black for 2 s. */
export function watchLight(
  video: HTMLVideoElement,
  on: { light(light: Light): void; black(): void },
  signal: AbortSignal,
): void {
  const measure = lightMeter(video);
  let since: number | undefined;

  const timer = setInterval(() => {
    if (document.hidden) {
      since = undefined;
      return;
    }
    const light = measure();
    if (light) on.light(light);
    since = blackSince(since, light, performance.now());
    if (since !== undefined && performance.now() - since >= BLACK_MS) on.black();
  }, LOOK_EVERY_MS);

  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
