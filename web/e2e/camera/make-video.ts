import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { drawLabel, type Label } from './label.ts';
import { centred, type Picture } from './picture.ts';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_A_SECOND = 20;

export interface CameraVideo {
  /** Shown one after the other, each for `secondsEach`; Chromium plays the file in a loop. */
  codes: readonly Label[];
  /** Where the `.y4m` file goes. */
  file: string;
  secondsEach?: number;
  /** Size of a module in pixels; by default the largest whole number that fits the picture. */
  module?: number;
}

/**
 * Writes a video that Chromium takes for its camera (`--use-file-for-fake-video-capture=FILE`): YUV4MPEG2, 640 x
 * 480, 20 frames a second, 4:2:0, grey.
 */
export async function makeCameraVideo({ codes, file, secondsEach = 1, module }: CameraVideo): Promise<void> {
  const out = createWriteStream(file);
  out.write(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`);
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  for (const code of codes) {
    const { grey } = centred(drawLabel(code, module ?? largestModule(code)), WIDTH, HEIGHT);
    for (let frame = 0; frame < FRAMES_A_SECOND * secondsEach; frame++) {
      out.write('FRAME\n');
      out.write(grey);
      if (!out.write(chroma)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
}

function largestModule(code: Label): number {
  const { width, height }: Picture = drawLabel(code, 1);
  return Math.max(1, Math.floor(Math.min(WIDTH / width, HEIGHT / height, 6)));
}
