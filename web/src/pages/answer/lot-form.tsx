import type { Printed } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, formValue, Section, Stack, TextField } from '../../ui/index.ts';

interface Props {
  pack: string;
  /** What was checked, for the form that works without script. */
  text: string;
  /** Set on the second of two readings (R10): the key of the first. */
  again?: string | undefined;
  onPrinted?: ((printed: Printed) => void) | undefined;
}

/** Lot and expiry as a person reads them on the pack (R13). */
export function LotForm({ pack, text, again, onPrinted }: Props) {
  const { say, lang } = useSpeaker();
  const [missing, setMissing] = useState(false);
  return (
    <Section title={say('section.lot', { pack })} id="lot">
      <form
        method="post"
        action={paths.checkForm}
        onSubmit={
          onPrinted &&
          ((event) => {
            event.preventDefault();
            const printed = printedIn(new FormData(event.currentTarget));
            setMissing(!printed);
            if (printed) onPrinted(printed);
          })
        }
      >
        <Stack>
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="lang" value={lang} />
          {again !== undefined && <input type="hidden" name="again" value={again} />}
          <TextField
            id="lot-field"
            name="lot"
            label={say('lot.label')}
            hint={say('lot.hint', { pack })}
            maxLength={40}
          />
          <TextField
            id="expiry-field"
            name="expiry"
            label={say('expiry.label')}
            hint={say('expiry.hint')}
            maxLength={20}
            note={missing ? { text: say('lot.needOne'), bad: true } : undefined}
          />
          <Button type="submit">{say('lot.submit')}</Button>
        </Stack>
      </form>
    </Section>
  );
}

function printedIn(form: FormData): Printed | undefined {
  const lot = formValue(form, 'lot');
  const expiry = formValue(form, 'expiry');
  if (lot === '' && expiry.length < 4) return undefined;
  return { ...(lot === '' ? {} : { lot }), ...(expiry.length < 4 ? {} : { expiry }) };
}
