import { render } from 'preact';
import type { PhotoOutcome, Reading, Why } from '../../../src/scan/index.ts';

declare global {
  /** What a test does with the scanner and what came of it. */
  var scanner: {
    mount(): Promise<void>;
    unmount(): void;
    /** Unmounts in the moment in which the camera was asked for. */
    mountAndLeave(): Promise<void>;
    photo(bytes: number[]): Promise<PhotoOutcome>;
    readings: Reading[];
    unavailable: Why[];
  };
}

const here = document.querySelector('#here')!;
const load = () => import('../../../src/scan/index.ts');

globalThis.scanner = {
  readings: [],
  unavailable: [],
  async mount() {
    const { ScanView } = await load();
    render(
      <ScanView
        lang="en"
        onReading={(reading) => scanner.readings.push(reading)}
        onUnavailable={(why) => scanner.unavailable.push(why)}
      />,
      here,
    );
  },
  unmount: () => render(null, here),
  async mountAndLeave() {
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const asked = new Promise<void>((resolve) => {
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        resolve();
        await new Promise((later) => setTimeout(later, 100));
        return getUserMedia(constraints);
      };
    });
    await scanner.mount();
    await asked;
    scanner.unmount();
    await new Promise((later) => setTimeout(later, 300));
  },
  async photo(bytes) {
    const { readPhoto } = await load();
    const file = new File([new Uint8Array(bytes)], 'photo.png', { type: 'image/png' });
    return readPhoto(file, AbortSignal.timeout(20_000));
  },
};
