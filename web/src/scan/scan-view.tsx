import { useRef } from 'preact/hooks';
import type { Why } from './camera/why-unavailable.ts';
import { ChooseNumber } from './choose-number.tsx';
import { SwitchCameraIcon } from './icons.tsx';
import type { Reading } from './reading.ts';
import styles from './scan-view.module.css';
import { TorchButton } from './torch-button.tsx';
import { useScan } from './use-scan.ts';
import { type Lang, WORDS } from './words.ts';

interface Props {
  /** Called once; by then the camera is off. To scan again, mount another view (another `key`). */
  onReading: (reading: Reading) => void;
  /** Called once, when nothing can be scanned here: offer a photo or the keyboard. */
  onUnavailable: (why: Why) => void;
  lang: Lang;
}

/** The camera with its frame, one line of advice, and buttons for light and camera where there is a choice. */
export function ScanView({ onReading, onUnavailable, lang }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const { state, again, switchCamera } = useScan(video, { onReading, onUnavailable });
  const words = WORDS[lang];

  return (
    <section class={styles['view']} data-phase={state.phase}>
      <video ref={video} class={styles['video']} aria-label={words.view} playsInline muted autoPlay />
      <div class={styles['frame']} aria-hidden="true" />
      {state.phase === 'choosing' && (
        <ChooseNumber readings={state.readings} lang={lang} onChoose={onReading} onAgain={again} />
      )}
      <p class={styles['status']} role="status">
        {state.phase === 'starting' && words.starting}
        {state.phase === 'looking' && words.hint[state.hint]}
      </p>
      <div class={styles['buttons']}>
        {state.phase === 'looking' && state.camera.hasTorch && (
          <TorchButton key={state.camera.deviceId} camera={state.camera} lang={lang} />
        )}
        {state.phase === 'looking' && switchCamera && (
          <button type="button" aria-label={words.switchCamera} onClick={switchCamera}>
            <SwitchCameraIcon />
          </button>
        )}
      </div>
    </section>
  );
}
