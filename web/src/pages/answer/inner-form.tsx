import { useSpeaker } from '../../i18n/index.ts';
import { Button, formValue, Section, Stack, TextField } from '../../ui/index.ts';

/** The code under a scratch layer or inside the cap. */
export function InnerForm({ onCode }: { onCode: (code: string) => void }) {
  const { say } = useSpeaker();
  return (
    <Section title={say('inner.label')} id="inner">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const code = formValue(new FormData(event.currentTarget), 'inner').replace(/\D/g, '');
          if (code) onCode(code);
        }}
      >
        <Stack>
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
