import type { Answer } from '@assay/contract';
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { type ReadingCount, screenOf } from '../../answer/index.ts';
import type { Read } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import type { Acts } from './acts.ts';
import { AnswerView } from './answer-view.tsx';
import { markBought } from './mark-bought.ts';
import { PlaceChoice } from './place-choice.tsx';
import { shareAnswer } from './share-answer.ts';
import { useListening } from './use-listening.ts';

interface Props {
  /** Of the history entry, which remembers what was bought; absent for an answer of somebody else. */
  id?: string;
  answer: Answer;
  count: ReadingCount;
  text: string;
  onCheck: (read: Read) => void;
  headlineRef?: Ref<HTMLHeadingElement>;
}

/** The answer with everything that needs the phone: history, share sheet, voice, place. */
export function AnswerPanel({ id, answer, count, text, onCheck, headlineRef }: Props) {
  const speaker = useSpeaker();
  const { say } = speaker;
  const [bought, setBought] = useState(false);
  const [note, setNote] = useState<string | undefined>();
  const screen = screenOf(answer, count, speaker);
  const listen = useListening([screen.headline, ...screen.lead, ...(screen.steps ?? [])], speaker.lang);

  const buy = async (entry: string) => {
    const saved = await markBought(entry);
    setBought(saved);
    setNote(saved ? say('action.boughtDone', { pack: screen.pack }) : say('history.unavailable'));
  };
  const share = async () => {
    const copied = await shareAnswer(screen.headline, answer.checkId, count, speaker);
    if (copied) setNote(say('action.copied'));
  };
  const acts: Acts = {
    bought: id === undefined || bought ? undefined : () => void buy(id),
    listen,
    check: onCheck,
    share: () => void share(),
  };
  return (
    <AnswerView
      answer={answer}
      count={count}
      text={text}
      acts={acts}
      note={note}
      extra={<PlaceChoice />}
      {...(headlineRef ? { headlineRef } : {})}
    />
  );
}
