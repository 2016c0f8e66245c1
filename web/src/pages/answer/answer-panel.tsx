import type { Answer } from '@assay/contract';
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { type ReadingCount, screenOf } from '../../answer/index.ts';
import type { Read } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { history } from '../../phone/index.ts';
import type { Acts } from './acts.ts';
import { AnswerView } from './answer-view.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { shareAnswer } from './share-answer.ts';
import { useListening } from './use-listening.ts';

interface Props {
  /** Of the history entry, which remembers what was bought. */
  id: string;
  answer: Answer;
  count: ReadingCount;
  text: string;
  onCheck: (read: Read) => void;
  headlineRef?: Ref<HTMLHeadingElement>;
}

/** The answer with everything that needs the phone: history, share sheet, voice, place. */
export function AnswerPanel({ id, answer, count, text, onCheck, headlineRef }: Props) {
  const speaker = useSpeaker();
  const [bought, setBought] = useState(false);
  const [copied, setCopied] = useState(false);
  const screen = screenOf(answer, count, speaker);
  const listen = useListening([screen.headline, ...screen.lead, ...(screen.steps ?? [])], speaker.lang);
  const acts: Acts = {
    on: (what) => {
      if (what === 'listen') listen();
      if (what === 'bought') void markBought(id).then(setBought);
    },
    check: onCheck,
    share: () => void shareAnswer(screen.headline, answer.checkId, count, speaker).then(setCopied),
  };
  return (
    <>
      <AnswerView
        answer={answer}
        count={count}
        text={text}
        acts={acts}
        bought={bought}
        extra={<PlaceChoice />}
        {...(headlineRef ? { headlineRef } : {})}
      />
      <p role="status">{copied && speaker.say('action.copied')}</p>
    </>
  );
}

async function markBought(id: string): Promise<boolean> {
  const entry = await history.get(id).catch(() => undefined);
  if (!entry) return false;
  await history.put({ ...entry, bought: true });
  return true;
}
