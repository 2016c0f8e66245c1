import { buildBracketed, toGtin } from '@assay/gs1';
import { useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, formValue, Stack, TextField } from '../../ui/index.ts';

/** "Enter the code beside the square": GTIN, lot and serial become bracketed text. */
export function BesideForm({ onText }: { onText: (text: string) => void }) {
  const { say } = useSpeaker();
  const [wrong, setWrong] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const text = bracketedIn(new FormData(event.currentTarget));
        setWrong(text === undefined);
        if (text !== undefined) onText(text);
      }}
    >
      <Stack>
        <p>{say('type.besideLead')}</p>
        <TextField
          id="gtin-field"
          name="gtin"
          label={say('type.gtinLabel')}
          inputMode="numeric"
          maxLength={20}
          required
          note={wrong ? { bad: true, text: say('type.gtinWrong') } : undefined}
        />
        <TextField id="beside-lot-field" name="lot" label={say('type.lotLabel')} maxLength={20} />
        <TextField id="serial-field" name="serial" label={say('type.serialLabel')} maxLength={30} />
        <Button kind="main" type="submit">
          {say('type.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** Undefined where GS1 does not allow it: a wrong check digit, or a character that no code holds. */
function bracketedIn(form: FormData): string | undefined {
  const value = (name: string) => formValue(form, name).replace(/\s+/g, '');
  const [gtin, lot, serial] = [value('gtin'), value('lot'), value('serial')];
  if (!toGtin(gtin)) return undefined;
  try {
    return buildBracketed({ gtin, ...(lot ? { lot } : {}), ...(serial ? { serial } : {}) });
  } catch {
    return undefined;
  }
}
