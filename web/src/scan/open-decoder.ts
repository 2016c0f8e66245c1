import type { Decoder } from './decoder.ts';

/**
 * The decoder for this device, loaded on demand: zxing-wasm in a worker; where WebAssembly or module workers are
 * missing, @zxing/browser on the main thread, whose readings all ask for confirmation. It closes when the signal
 * aborts, also when it starts late.
 *
 * Rejects when neither starts, and with the signal's reason.
 */
export async function openDecoder(signal: AbortSignal): Promise<Decoder> {
  const decoder = (await openWasm(signal)) ?? (await openFallback());
  if (signal.aborted) decoder.close();
  signal.throwIfAborted();
  signal.addEventListener('abort', () => decoder.close(), { once: true });
  return decoder;
}

async function openWasm(signal: AbortSignal): Promise<Decoder | undefined> {
  if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') return undefined;
  try {
    const { openWasmDecoder } = await import('./wasm/wasm-decoder.ts');
    return await openWasmDecoder(signal);
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

async function openFallback(): Promise<Decoder> {
  const { openBrowserDecoder } = await import('./fallback/browser-decoder.ts');
  return openBrowserDecoder();
}
