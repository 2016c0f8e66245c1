import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Camera } from './camera/camera.ts';
import { listCameras, nextCamera } from './camera/list-cameras.ts';
import { Unavailable, type Why } from './camera/why-unavailable.ts';
import type { Hint } from './hint.ts';
import type { Reading } from './reading.ts';
import { scan, type ScanOutcome } from './scan.ts';

type State =
  | { phase: 'starting' }
  | { phase: 'looking'; camera: Camera; hint: Hint }
  | { phase: 'choosing'; readings: readonly Reading[] };

interface Callbacks {
  onReading: (reading: Reading) => void;
  onUnavailable: (why: Why) => void;
}

/** Runs one scan for as long as the component lives, and another when the camera is switched or a person asks. */
export function useScan(video: RefObject<HTMLVideoElement | null>, callbacks: Callbacks) {
  const [attempt, setAttempt] = useState<{ deviceId?: string }>({});
  const [state, setState] = useState<State>({ phase: 'starting' });
  const [cameras, setCameras] = useState<string[]>([]);
  const latest = useRef(callbacks);
  latest.current = callbacks;

  // Preact ends a passive effect some time after the view is gone; the camera is to be off at once.
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const leaving = new AbortController();
    setState({ phase: 'starting' });

    const settle = (outcome: ScanOutcome) => {
      if (outcome.kind === 'accepted') latest.current.onReading(outcome.reading);
      else setState({ phase: 'choosing', readings: outcome.readings });
    };
    const giveUp = (error: unknown) => {
      latest.current.onUnavailable(error instanceof Unavailable ? error.why : 'no-decoder');
    };
    const events = {
      onCamera(camera: Camera) {
        setState({ phase: 'looking', camera, hint: 'aim' });
        listCameras().then(setCameras, () => setCameras([]));
      },
      onHint(hint: Hint) {
        setState((now) => (now.phase === 'looking' && now.hint !== hint ? { ...now, hint } : now));
      },
    };

    scan(element, attempt.deviceId, events, leaving.signal).then(
      (outcome) => leaving.signal.aborted || settle(outcome),
      (error: unknown) => leaving.signal.aborted || giveUp(error),
    );
    return () => leaving.abort();
  }, [attempt, video]);

  const camera = state.phase === 'looking' ? state.camera : undefined;
  const next = nextCamera(cameras, camera?.deviceId);
  return {
    state,
    again: () => setAttempt({ ...attempt }),
    switchCamera: next === undefined ? undefined : () => setAttempt({ deviceId: next }),
  };
}
