import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import type { Reading, Why } from '../../scan/index.ts';
import { Illustration } from '../../ui/index.ts';
import css from './camera-box.module.css';

type Scanner = typeof import('../../scan/index.ts');

const reasons = {
  'no-camera': 'home.noCamera',
  denied: 'home.denied',
  'no-decoder': 'home.noDecoder',
  insecure: 'home.insecure',
} as const satisfies Record<Why, string>;

/** The camera, loaded on demand; where there is none, the reason and what to do instead. */
export function CameraBox({ onReading }: { onReading: (reading: Reading) => void }): JSX.Element {
  const { say, lang } = useSpeaker();
  const [scanner, setScanner] = useState<Scanner | undefined>();
  const [why, setWhy] = useState<Why | undefined>();
  useEffect(() => {
    import('../../scan/index.ts').then(setScanner, () => setWhy('no-decoder'));
  }, []);
  if (why) {
    return (
      <div class={css.without} role="status">
        <Illustration name="nothing" />
        <p>{say(reasons[why])}</p>
      </div>
    );
  }
  return (
    <div class={css.camera}>
      {scanner ? (
        <scanner.ScanView onReading={onReading} onUnavailable={setWhy} lang={lang} />
      ) : (
        <p class={css.opening}>{say('home.opening')}</p>
      )}
    </div>
  );
}
