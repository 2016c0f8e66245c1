import { paths } from '@assay/contract/paths';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { screenOf } from '../../answer/index.ts';
import { useArrival } from '../../app/use-arrival.ts';
import { check, current, type Current, retry } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { VisuallyHidden } from '../../ui/index.ts';
import { problemHeadline, ProblemView } from '../problem/problem-view.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { Asking } from './asking.tsx';
import { NotCheckedView } from './not-checked-view.tsx';

/** The check just made: asking, answered, not checked, or to be read again. */
export function AnswerPage() {
  const { route } = useLocation();
  const now = current.value;
  const title = useTitle(now);
  const heading = useArrival(title, now);
  useEffect(() => {
    if (now.kind === 'none') route(paths.home, true);
  }, [now.kind, route]);
  return (
    <>
      <VisuallyHidden>
        <span role="status">{title}</span>
      </VisuallyHidden>
      <Shown now={now} heading={heading} />
    </>
  );
}

function Shown({ now, heading }: { now: Current; heading: ReturnType<typeof useArrival> }) {
  switch (now.kind) {
    case 'none':
      return null;
    case 'asking':
      return <Asking headlineRef={heading} />;
    case 'answer':
      return (
        <AnswerPanel
          key={now.id}
          id={now.id}
          answer={now.answer}
          count={now.count}
          text={now.request.text}
          onCheck={(read) => void check({ ...keptAim(now.request, read.text), ...read })}
          headlineRef={heading}
        />
      );
    case 'problem':
      return (
        <ProblemView problem={now.problem} typed={now.request.format === 'typed'} headlineRef={heading} />
      );
    case 'not-checked':
      return (
        <NotCheckedView
          text={now.request.text}
          saved={now.saved}
          onRetry={() => void retry(now.id, now.request)}
          headlineRef={heading}
        />
      );
  }
}

/** The symbology identifier goes with the text that it was read with. */
const keptAim = ({ text, aim }: { text: string; aim?: string }, again: string) =>
  text === again && aim !== undefined ? { aim } : {};

function useTitle(now: Current): string {
  const speaker = useSpeaker();
  switch (now.kind) {
    case 'none':
    case 'asking':
      return speaker.say('asking.title');
    case 'answer':
      return screenOf(now.answer, now.count, speaker).headline;
    case 'problem':
      return speaker.say(problemHeadline(now.problem));
    case 'not-checked':
      return speaker.say('notChecked.headline');
  }
}
