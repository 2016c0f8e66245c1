import { paths } from '@assay/contract/paths';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useArrival } from '../../app/use-arrival.ts';
import { check } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import type { Reading } from '../../scan/index.ts';
import { ButtonLink, VisuallyHidden } from '../../ui/index.ts';
import { CameraBox } from './camera-box.tsx';
import { ConfirmReading } from './confirm-reading.tsx';
import css from './home-page.module.css';
import { PhotoButton } from './photo-button.tsx';

/** The scan page is the start page: camera, photo, keyboard. */
export function HomePage() {
  const { say } = useSpeaker();
  const { route } = useLocation();
  const [doubtful, setDoubtful] = useState<Reading | undefined>();
  const heading = useArrival(say('home.title'));

  const send = ({ text, format, aim }: Reading) => {
    void check({ text, format, ...(aim === undefined ? {} : { aim }) });
    route(paths.answer);
  };
  const read = (reading: Reading) => (reading.confirm ? setDoubtful(reading) : send(reading));

  if (doubtful) {
    return (
      <ConfirmReading reading={doubtful} onYes={() => send(doubtful)} onNo={() => setDoubtful(undefined)} />
    );
  }
  return (
    <>
      <VisuallyHidden>
        <h1 tabIndex={-1} ref={heading}>
          {say('home.title')}
        </h1>
      </VisuallyHidden>
      <p class={css.hint}>{say('home.hint')}</p>
      <CameraBox onReading={read} />
      <div class={css.ways}>
        <ButtonLink href={paths.typed} glyph="keys">
          {say('home.type')}
        </ButtonLink>
        <PhotoButton onReading={read} />
      </div>
    </>
  );
}
