import { useRef, useState } from 'preact/hooks';
import { groupsOfFour } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import type { Reading } from '../../scan/index.ts';
import { Button, Stack } from '../../ui/index.ts';
import css from './photo-button.module.css';

type State =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'nothing' }
  | { kind: 'choose'; readings: Reading[] };

/** A photo of a code: the way for browsers inside other apps, which get no camera stream. */
export function PhotoButton({ onReading }: { onReading: (reading: Reading) => void }) {
  const { say } = useSpeaker();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const input = useRef<HTMLInputElement>(null);

  const readFile = async (file: File) => {
    setState({ kind: 'reading' });
    const { readPhoto } = await import('../../scan/index.ts');
    const outcome = await readPhoto(file, AbortSignal.timeout(20_000)).catch(() => ({
      kind: 'nothing' as const,
    }));
    if (outcome.kind === 'read') onReading(outcome.reading);
    else setState(outcome);
  };

  return (
    <>
      <Button glyph="photo" onClick={() => input.current?.click()}>
        {say('home.photo')}
      </Button>
      <input
        ref={input}
        class={css.input}
        type="file"
        accept="image/*"
        capture="environment"
        tabIndex={-1}
        aria-hidden="true"
        data-photo
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) void readFile(file);
        }}
      />
      <div class={css.state} role="status">
        {state.kind === 'reading' && <p>{say('home.photoReading')}</p>}
        {state.kind === 'nothing' && <p>{say('home.photoNone')}</p>}
        {state.kind === 'choose' && (
          <Stack gap={2}>
            <p>{say('home.photoChoose')}</p>
            {state.readings.map((reading) => (
              <Button key={reading.text} onClick={() => onReading(reading)}>
                {groupsOfFour(reading.text)}
              </Button>
            ))}
          </Stack>
        )}
      </div>
    </>
  );
}
