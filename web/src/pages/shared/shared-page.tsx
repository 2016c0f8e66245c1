import type { CheckAgain } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { useArrival } from '../../app/use-arrival.ts';
import { check } from '../../check/index.ts';
import { type Answered, getCheck } from '../../client/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { AnswerPanel } from '../answer/answer-panel.tsx';
import { Asking } from '../answer/asking.tsx';
import { NotCheckedView } from '../answer/not-checked-view.tsx';
import { ProblemView } from '../problem/problem-view.tsx';
import { SharedAnswer } from './shared-answer.tsx';
import { sharedText } from './shared-text.ts';
import { ThenAndNow } from './then-and-now.tsx';

/** `/c/{checkId}`: a shared answer, decided again without counting as a check. */
export function SharedPage() {
  const { say } = useSpeaker();
  const { route, query } = useLocation();
  const checkId = useRoute().params['checkId'] ?? '';
  const [reply, ask] = useShared(checkId);
  const heading = useArrival(say('shared.title'), reply);
  if (!reply) return <Asking headlineRef={heading} />;
  switch (reply.kind) {
    case 'problem':
      return <ProblemView problem={{ ...reply.problem, code: 'not-found' }} headlineRef={heading} />;
    case 'not-checked':
      return <NotCheckedView text="" saved={false} onRetry={ask} headlineRef={heading} />;
    case 'answer': {
      const { then, now, changed } = reply.value;
      const count = query['reading'] === 'second' ? 'second' : 'first';
      return (
        <>
          <ThenAndNow then={then} changed={changed} />
          <SharedAnswer answer={now} count={count} headlineRef={heading}>
            <AnswerPanel
              answer={now}
              count={count}
              text={sharedText(now)}
              onCheck={(read) => {
                void check({ ...read, format: 'typed' });
                route(paths.answer);
              }}
              headlineRef={heading}
            />
          </SharedAnswer>
        </>
      );
    }
  }
}

function useShared(checkId: string): [Answered<CheckAgain> | undefined, () => void] {
  const [reply, setReply] = useState<Answered<CheckAgain> | undefined>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    setReply(undefined);
    getCheck(checkId, asking.signal).then(setReply, () => undefined);
    return () => asking.abort();
  }, [checkId, round]);
  return [reply, () => setRound(round + 1)];
}
