import { paths } from '@assay/contract/paths';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useArrival } from '../../app/use-arrival.ts';
import { check } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, PageTitle, Row } from '../../ui/index.ts';
import { BesideForm } from './beside-form.tsx';
import { noteOn } from './note-on.ts';
import { TypedForm } from './typed-form.tsx';

/** The keyboard's way to an answer, in two kinds: the number under the bars, the letters beside the square. */
export function TypedPage() {
  const speaker = useSpeaker();
  const { say } = speaker;
  const { route, query } = useLocation();
  const [mode, setMode] = useState<'number' | 'beside'>(query['by'] === 'letters' ? 'beside' : 'number');
  const heading = useArrival(say('type.title'));
  const send = (text: string) => {
    void check({ text, format: 'typed' });
    route(paths.answer);
  };
  return (
    <>
      <PageTitle title={say('type.title')} titleRef={heading} />
      <Row>
        <Button pressed={mode === 'number'} onClick={() => setMode('number')}>
          {say('type.modeNumber')}
        </Button>
        <Button pressed={mode === 'beside'} onClick={() => setMode('beside')}>
          {say('type.modeBeside')}
        </Button>
      </Row>
      {mode === 'number' ? (
        <TypedForm noteOn={(text) => noteOn(text, speaker)} onText={send} />
      ) : (
        <BesideForm onText={send} />
      )}
    </>
  );
}
