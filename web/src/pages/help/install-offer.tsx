import { useSpeaker } from '../../i18n/index.ts';
import { installer } from '../../phone/index.ts';
import { Button, Section } from '../../ui/index.ts';

/** Shown only where the browser can install the app, and never in the way. */
export function InstallOffer() {
  const { say } = useSpeaker();
  const install = installer.value;
  if (!install) return null;
  return (
    <Section title={say('help.install')}>
      <p>{say('help.installLead')}</p>
      <Button onClick={install}>{say('help.install')}</Button>
    </Section>
  );
}
