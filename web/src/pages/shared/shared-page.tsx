import type { CheckAgain } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { useArrival } from '../../app/use-arrival.ts';
import { check, type Read } from '../../check/index.ts';
import { type Answered, getCheck } from '../../client/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { type Entry, history } from '../../phone/index.ts';
import { AnswerPanel } from '../answer/answer-panel.tsx';
import { Asking } from '../answer/asking.tsx';
import { NotCheckedView } from '../answer/not-checked-view.tsx';
import { ProblemView } from '../problem/problem-view.tsx';
import { SharedAnswer } from './shared-answer.tsx';
import { sharedText } from './shared-text.ts';
import { ThenAndNow } from './then-and-now.tsx';

/** `/c/{checkId}`: an answer of this phone's history or one that was shared, decided again without counting as a check. */
export function SharedPage() {
  const { say } = useSpeaker();
  const { route, query } = useLocation();
  const checkId = useRoute().params['checkId'] ?? '';
  const { reply, own, ask } = useShared(checkId);
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
      const panel = (
        <AnswerPanel
          {...(own ? { id: own.id } : {})}
          answer={now}
          count={count}
          text={own?.request.text ?? sharedText(now)}
          onCheck={(read) => {
            void check({ ...read, ...carrierOf(read.text, own) });
            route(paths.answer);
          }}
          headlineRef={heading}
        />
      );
      return (
        <>
          <ThenAndNow then={then} changed={changed} />
          {own ? (
            panel
          ) : (
            <SharedAnswer answer={now} count={count} headlineRef={heading}>
              {panel}
            </SharedAnswer>
          )}
        </>
      );
    }
  }
}

/** How the text was read: by a camera only where this phone did so. */
function carrierOf(text: string, own: Entry | undefined): Pick<Read, 'format' | 'aim'> {
  if (own?.request.text !== text) return { format: 'typed' };
  const { format, aim } = own.request;
  return { format, ...(aim === undefined ? {} : { aim }) };
}

interface Shared {
  reply?: Answered<CheckAgain>;
  /** The check that this phone made itself. */
  own?: Entry | undefined;
}

function useShared(checkId: string): Shared & { ask: () => void } {
  const [shared, setShared] = useState<Shared>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    setShared({});
    Promise.all([getCheck(checkId, asking.signal), history.findAnswer(checkId)]).then(
      ([reply, own]) => setShared({ reply, own }),
      () => undefined,
    );
    return () => asking.abort();
  }, [checkId, round]);
  return { ...shared, ask: () => setRound(round + 1) };
}
