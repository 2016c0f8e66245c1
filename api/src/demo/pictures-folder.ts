import { fileURLToPath } from 'node:url';

/** The folder of the demo's pictures: beside this file in the source, beside the bundle once built. */
export function picturesFolder(): string {
  return fileURLToPath(new URL('./pictures', import.meta.url));
}
