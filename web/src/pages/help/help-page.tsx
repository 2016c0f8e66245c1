import { useArrival } from '../../app/use-arrival.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { HelpView } from './help-view.tsx';
import { InstallOffer } from './install-offer.tsx';

export function HelpPage() {
  const { say } = useSpeaker();
  const heading = useArrival(say('help.title'));
  return (
    <>
      <HelpView titleRef={heading} />
      <InstallOffer />
    </>
  );
}
