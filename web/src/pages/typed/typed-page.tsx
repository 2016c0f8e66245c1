import { paths } from '@assay/contract/paths';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useArrival } from '../../app/use-arrival.ts';
import { check, current } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { Choice, PageTitle } from '../../ui/index.ts';
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
      <Choice
        label={say('type.title')}
        options={[
          { value: 'number', text: say('type.modeNumber') },
          { value: 'beside', text: say('type.modeBeside') },
        ]}
        chosen={mode}
        onChoose={setMode}
      />
      {mode === 'number' ? (
        <TypedForm text={misread()} noteOn={(text) => noteOn(text, speaker)} onText={send} />
      ) : (
        <BesideForm onText={send} />
      )}
    </>
  );
}

/** What was typed and could not be right stands there to be mended. */
function misread(): string | undefined {
  const now = current.peek();
  return now.kind === 'problem' && now.request.format === 'typed' ? now.request.text : undefined;
}
