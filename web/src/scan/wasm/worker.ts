import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Reading } from '../reading.ts';
import type { DecodeRequest, WorkerMessage } from './messages.ts';
import { toPixels } from './pixels.ts';
import { readerOptions } from './reader-options.ts';
import { toReading } from './to-reading.ts';

const tell = (message: WorkerMessage) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  void read(data).then((readings) => tell({ kind: 'readings', id: data.id, readings }));
});

prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true }).then(
  () => tell({ kind: 'ready' }),
  (error: unknown) => tell({ kind: 'failed', message: String(error) }),
);

/** A picture that cannot be decoded is a picture without a code: the next one is on its way. */
async function read({ frame, look }: DecodeRequest): Promise<Reading[]> {
  try {
    const results = await readBarcodes(toPixels(frame, look.longestSide), readerOptions(look));
    return results.map(toReading).filter((reading) => reading !== undefined);
  } catch {
    return [];
  }
}
