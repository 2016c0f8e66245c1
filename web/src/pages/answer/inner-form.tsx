import { paths } from '@assay/contract/paths';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, formValue, Section, Stack, TextField } from '../../ui/index.ts';

interface Props {
  /** What was checked, for the form that works without script. */
  text: string;
  onCode?: ((code: string) => void) | undefined;
}

/** The code under a scratch layer or inside the cap. */
export function InnerForm({ text, onCode }: Props) {
  const { say, lang } = useSpeaker();
  return (
    <Section title={say('section.inner')} id="inner">
      <form
        method="post"
        action={paths.checkForm}
        onSubmit={
          onCode &&
          ((event) => {
            event.preventDefault();
            const code = formValue(new FormData(event.currentTarget), 'inner').replace(/\D/g, '');
            if (code) onCode(code);
          })
        }
      >
        <Stack>
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="lang" value={lang} />
          <TextField
            id="inner-field"
            name="inner"
            label={say('inner.label')}
            hint={say('inner.hint')}
            inputMode="numeric"
            maxLength={20}
            required
          />
          <Button type="submit">{say('inner.submit')}</Button>
        </Stack>
      </form>
    </Section>
  );
}
