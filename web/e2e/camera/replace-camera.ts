import type { Page } from 'playwright-core';
import { drawLabel, type Label } from './label.ts';

/** The camera of a page whose picture a test changes while it runs. */
export interface ReplacedCamera {
  /** From now on the camera sees this label, `null` a white sheet, or `'black'` nothing at all. */
  show(what: Label | null | 'black', module?: number): Promise<void>;
  /** How many streams were opened, and how many of their tracks still run. */
  streams(): Promise<{ opened: number; live: number }>;
}

declare global {
  /** Lives in the page only. */
  var testCamera: {
    paint(width: number, height: number, grey: string): void;
    streams(): { opened: number; live: number };
  };
}

const WIDTH = 1280;
const HEIGHT = 720;

/**
 * Replaces the page's camera by a canvas of 1280 x 720. Call it before the page is opened; `show` works once it is.
 * `first` is what the camera sees when a page opens.
 */
export async function replaceCamera(
  page: Page,
  first: Label | null | 'black' = null,
): Promise<ReplacedCamera> {
  await page.addInitScript(installCamera, { width: WIDTH, height: HEIGHT, first: sceneOf(first) });
  return {
    async show(what, module) {
      await page.evaluate(
        ({ width, height, grey }) => globalThis.testCamera.paint(width, height, grey),
        sceneOf(what, module),
      );
    },
    streams: () => page.evaluate(() => globalThis.testCamera.streams()),
  };
}

type Scene = { width: number; height: number; grey: string };

function sceneOf(what: Label | null | 'black', module = 4): Scene {
  if (what === null || what === 'black') {
    return { width: 1, height: 1, grey: Buffer.from([what === null ? 255 : 0]).toString('base64') };
  }
  const { width, height, grey } = drawLabel(what, module);
  return { width, height, grey: Buffer.from(grey).toString('base64') };
}

/** Runs inside the page, so it can use nothing from this file. */
function installCamera({ width, height, first }: { width: number; height: number; first: Scene }): void {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const tracks: MediaStreamTrack[] = [];
  let opened = 0;
  let scene: HTMLCanvasElement | string = 'white';

  function paint(sceneWidth: number, sceneHeight: number, grey: string): void {
    const bytes = Uint8Array.from(atob(grey), (char) => char.charCodeAt(0));
    if (bytes.length === 1) {
      scene = bytes[0] === 0 ? 'black' : 'white';
      return;
    }
    const picture = document.createElement('canvas');
    picture.width = sceneWidth;
    picture.height = sceneHeight;
    const pixels = new ImageData(sceneWidth, sceneHeight);
    bytes.forEach((shade, index) => pixels.data.set([shade, shade, shade, 255], index * 4));
    picture.getContext('2d')!.putImageData(pixels, 0, 0);
    scene = picture;
  }

  function draw(): void {
    context.fillStyle = scene === 'black' ? 'black' : 'white';
    context.fillRect(0, 0, width, height);
    if (typeof scene !== 'string') {
      context.drawImage(scene, (width - scene.width) >> 1, (height - scene.height) >> 1);
    }
  }

  setInterval(draw, 50);
  paint(first.width, first.height, first.grey);
  draw();
  navigator.mediaDevices.getUserMedia = () => {
    opened += 1;
    const stream = canvas.captureStream(20);
    tracks.push(...stream.getTracks());
    return Promise.resolve(stream);
  };
  Object.assign(globalThis, {
    testCamera: {
      paint,
      streams: () => ({ opened, live: tracks.filter((track) => track.readyState === 'live').length }),
    },
  });
}
