import { type Camera, cameraOf } from './camera.ts';
import { Unavailable, whyNoCamera } from './why-unavailable.ts';

/**
 * Opens the rear camera, or the one that was chosen, in a size that shows the modules of a small code. Its tracks
 * stop when the signal aborts, also when the stream arrives late.
 *
 * Throws `Unavailable` (`insecure`, `no-camera`, `denied`), or the signal's reason.
 */
export async function openCamera(deviceId: string | undefined, signal: AbortSignal): Promise<Camera> {
  if (!isSecureContext) throw new Unavailable('insecure');
  if (!navigator.mediaDevices?.getUserMedia) throw new Unavailable('no-camera');
  const stream = await requestStream(deviceId);
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) stop();
  signal.throwIfAborted();
  signal.addEventListener('abort', stop, { once: true });
  const camera = cameraOf(stream);
  await camera.focusContinuously();
  return camera;
}

async function requestStream(deviceId: string | undefined): Promise<MediaStream> {
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: 'environment' } };
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { ...which, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
  } catch (error) {
    throw new Unavailable(whyNoCamera(error), { cause: error });
  }
}
