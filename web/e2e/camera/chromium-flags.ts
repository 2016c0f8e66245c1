/** Chromium as it runs in tests: no sandbox (root), no GPU, nothing that talks to a foreign host. */
export const QUIET_CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Plays a `.y4m` file as the camera and grants it without asking. */
export function cameraFlags(file: string): string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

/**
 * A browser without WebAssembly and without JIT, as in iOS Lockdown Mode. (V8 knew `--noexpose-wasm` for this until
 * it was taken out; Chromium 156 ignores it with "unrecognized flag".)
 */
export const WITHOUT_WASM = '--js-flags=--jitless';
