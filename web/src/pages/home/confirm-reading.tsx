import { groupsOfFour } from '../../answer/index.ts';
import { useArrival } from '../../app/use-arrival.ts';
import { useSpeaker } from '../../i18n/index.ts';
import type { Reading } from '../../scan/index.ts';
import { Button, PageTitle } from '../../ui/index.ts';
import css from './confirm-reading.module.css';

interface Props {
  reading: Reading;
  onYes: () => void;
  onNo: () => void;
}

/** A number that may be misread is shown in groups before it is used. */
export function ConfirmReading({ reading, onYes, onNo }: Props) {
  const { say } = useSpeaker();
  const heading = useArrival(say('confirm.title'));
  return (
    <>
      <PageTitle title={say('confirm.title')} lead={say('confirm.lead')} titleRef={heading} />
      <p class={css.number}>{groupsOfFour(reading.text)}</p>
      <Button kind="main" onClick={onYes}>
        {say('confirm.yes')}
      </Button>
      <Button onClick={onNo}>{say('confirm.no')}</Button>
    </>
  );
}
