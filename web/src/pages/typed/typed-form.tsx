import { paths } from '@assay/contract/paths';
import { useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, Stack, TextField } from '../../ui/index.ts';

export interface TypedNote {
  bad: boolean;
  text: string;
}

interface Props {
  text?: string | undefined;
  /** On the second of two readings (R10): the key of the first. */
  again?: string | undefined;
  /** What is known of the number while it is typed. */
  noteOn?: (text: string) => TypedNote | undefined;
  onText?: (text: string) => void;
}

/** The number under the bars, or a registration number. Works as a plain form without script. */
export function TypedForm({ text = '', again, noteOn, onText }: Props) {
  const { say, lang } = useSpeaker();
  const [typed, setTyped] = useState(text);
  return (
    <form
      method="post"
      action={paths.checkForm}
      onSubmit={
        onText &&
        ((event) => {
          event.preventDefault();
          if (typed.trim()) onText(typed.trim());
        })
      }
    >
      <Stack>
        <input type="hidden" name="lang" value={lang} />
        {again !== undefined && <input type="hidden" name="again" value={again} />}
        <TextField
          id="typed-field"
          name="text"
          label={say('type.label')}
          hint={say('type.hint')}
          value={typed}
          onInput={setTyped}
          note={noteOn?.(typed)}
          maxLength={4096}
          required
          large
        />
        <Button kind="main" type="submit">
          {say('type.submit')}
        </Button>
      </Stack>
    </form>
  );
}
