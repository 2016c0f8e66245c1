import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Seen } from '../decoder.ts';
import { lightOf } from '../light.ts';
import type { DecodeRequest, WorkerMessage } from './messages.ts';
import { toPixels } from './pixels.ts';
import { readerOptions } from './reader-options.ts';
import { toReading } from './to-reading.ts';

const tell = (message: WorkerMessage) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  void look(data).then((seen) => tell({ kind: 'seen', id: data.id, seen }));
});

prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true }).then(
  () => tell({ kind: 'ready' }),
  (error: unknown) => tell({ kind: 'failed', message: String(error) }),
);

/** A picture that cannot be decoded is a picture without a code: the next one is on its way. */
async function look(request: DecodeRequest): Promise<Seen> {
  const pixels = toPixels(request.frame, request.look.longestSide);
  const results = await readBarcodes(pixels, readerOptions(request.look)).catch(() => []);
  return {
    readings: results.map(toReading).filter((reading) => reading !== undefined),
    light: lightOf(pixels),
  };
}
