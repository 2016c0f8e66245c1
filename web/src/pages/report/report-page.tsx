import { paths } from '@assay/contract/paths';
import { useEffect, useState } from 'preact/hooks';
import { useArrival } from '../../app/use-arrival.ts';
import { current } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { type Entry, history } from '../../phone/index.ts';
import { reportText } from './report-text.ts';
import { ReportView } from './report-view.tsx';

export function ReportPage() {
  const speaker = useSpeaker();
  const heading = useArrival(speaker.say('report.title'));
  const checked = useLastCheck();
  if (!checked?.answer) return <ReportView titleRef={heading} />;
  const { answer, count = 'first' } = checked;
  const url = new URL(paths.shared(answer.checkId), location.origin).href;
  return (
    <ReportView
      contacts={answer.help.contacts ?? []}
      text={reportText(answer, count, url, speaker)}
      titleRef={heading}
    />
  );
}

/** The answer on the screen before this page, else the newest one in the history. */
function useLastCheck(): Pick<Entry, 'answer' | 'count'> | undefined {
  const now = current.value;
  const [last, setLast] = useState<Entry | undefined>();
  useEffect(() => {
    history.list().then(
      (entries) => setLast(entries.find(({ answer }) => answer)),
      () => undefined,
    );
  }, []);
  return now.kind === 'answer' ? now : last;
}
