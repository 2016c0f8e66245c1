import { PLAIN, type Decoder, type Seen } from '../decoder.ts';
import type { DecodeRequest, WorkerMessage } from './messages.ts';

interface Waiting {
  resolve: (seen: Seen) => void;
  reject: (reason: unknown) => void;
}

/** Starts the worker and waits until its WebAssembly runs. Rejects, with the worker ended, when it does not. */
export async function openWasmDecoder(signal: AbortSignal): Promise<Decoder> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  try {
    await started(worker, signal);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return decoderOf(worker);
}

function started(worker: Worker, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', () => reject(new Error('the worker did not load')), { once: true });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<WorkerMessage>) => {
        if (data.kind === 'failed') reject(new Error(data.message));
        else resolve();
      },
      { once: true },
    );
  });
}

function decoderOf(worker: Worker): Decoder {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.kind === 'seen') waiting.get(data.id)?.resolve(data.seen);
  });

  return {
    async decode(frame, signal, look = PLAIN) {
      const id = (lastId += 1);
      const stop = () => waiting.get(id)?.reject(signal.reason);
      signal.addEventListener('abort', stop);
      try {
        return await new Promise<Seen>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          send(worker, { id, frame, look });
          if (signal.aborted) stop();
        });
      } finally {
        signal.removeEventListener('abort', stop);
        waiting.delete(id);
      }
    },
    close() {
      worker.terminate();
      for (const { reject } of waiting.values()) reject(new DOMException('decoder closed', 'AbortError'));
    },
  };
}

function send(worker: Worker, request: DecodeRequest): void {
  const { frame } = request;
  worker.postMessage(request, [frame instanceof ImageData ? frame.data.buffer : frame]);
}
