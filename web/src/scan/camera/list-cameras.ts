/** Ids of the cameras of this device; complete only once one of them was opened. */
export async function listCameras(): Promise<string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map((each) => each.deviceId);
}

/** The camera after this one, round and round; `undefined` where there is nothing to choose. */
export function nextCamera(cameras: readonly string[], current: string | undefined): string | undefined {
  if (cameras.length < 2) return undefined;
  return cameras[(cameras.indexOf(current ?? '') + 1) % cameras.length];
}
