import type { Answer } from '@assay/contract';
import type { ComponentChildren, Ref } from 'preact';
import { useState } from 'preact/hooks';
import { type Action, type ReadingCount, type Screen, screenOf } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { Notice, Steps, VerdictField } from '../../ui/index.ts';
import { ActButton } from './act-button.tsx';
import type { Acts } from './acts.ts';
import css from './answer-view.module.css';
import { edgeOf } from './edges.ts';
import { PrintQuestion } from './print-question.tsx';
import { ProductRow } from './product-row.tsx';
import { Rest } from './rest.tsx';

interface Props {
  answer: Answer;
  count: ReadingCount;
  /** What was read, to be sent again with lot and expiry; empty where it is not known in full. */
  text: string;
  acts?: Acts;
  /** What a button did, said below the buttons. */
  note?: string | undefined;
  headlineRef?: Ref<HTMLHeadingElement>;
  /** What only the phone has to ask, near the end. */
  extra?: ComponentChildren;
}

/**
 * An answer from the top: tone, headline, what to compare or do first, one main button; the rest below. A decision, a
 * block and a warning hide the rest until they are understood.
 */
export function AnswerView({ answer, count, text, acts, note, headlineRef, extra }: Props) {
  const speaker = useSpeaker();
  const screen = screenOf(answer, count, speaker);
  const [understood, setUnderstood] = useState(false);
  const hidden = acts !== undefined && screen.blocks && !understood;
  const does = acts && { ...acts, ...(understood ? {} : { understood: () => setUnderstood(true) }) };
  return (
    <article class={css.answer} data-state={screen.state} data-verdict={answer.verdict}>
      <div class={screen.state === 'registration-number' ? css.large : css.first}>
        <VerdictField
          tone={screen.tone}
          edge={edgeOf(screen)}
          sign={screen.sign}
          kicker={screen.kicker}
          headline={screen.headline}
          {...(headlineRef ? { headlineRef } : {})}
        />
        {screen.verdict && <p class={css.verdict}>{screen.verdict}</p>}
        {screen.lots?.warned && <Notice kind="bad">{screen.lots.text}</Notice>}
        {screen.tone === 'blue' && !screen.namesProduct && <ProductRow answer={answer} />}
        <Words screen={screen} acts={does} />
        {screen.tone !== 'blue' && !screen.namesProduct && <ProductRow answer={answer} />}
        <Buttons screen={screen} acts={does} comparable={text !== ''} />
        {note && <p role="status">{note}</p>}
      </div>
      {!hidden && <Rest answer={answer} screen={screen} text={text} acts={does} extra={extra} />}
    </article>
  );
}

function Words({ screen, acts }: { screen: Screen; acts: Acts | undefined }) {
  const { lead, lots, advice = [], question, steps = [], health } = screen;
  return (
    <>
      {lead.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {advice.map((sentence, index) => (
        <p key={sentence} class={index === 0 ? css.advice : undefined}>
          {sentence}
        </p>
      ))}
      {lots?.warned === false && <Notice>{lots.text}</Notice>}
      {health && <p class={css.health}>{health}</p>}
      {question &&
        (acts ? (
          <PrintQuestion
            question={question}
            onDiffers={() => document.getElementById('lot-field')?.focus()}
          />
        ) : (
          <p>{question}</p>
        ))}
      {steps.length > 0 && <Steps steps={steps} />}
    </>
  );
}

interface ButtonsProps {
  screen: Screen;
  acts: Acts | undefined;
  /** Whether lot and expiry can be sent along with the code. */
  comparable: boolean;
}

const isAct = (what: Action['do']): what is 'bought' | 'understood' | 'listen' =>
  what === 'bought' || what === 'understood' || what === 'listen';

function Buttons({ screen, acts, comparable }: ButtonsProps) {
  const possible = screen.actions.filter((action) => {
    if (action.do === 'enter-lot') return comparable;
    return !isAct(action.do) || acts?.[action.do] !== undefined;
  });
  const [main, ...others] = possible;
  return (
    <>
      {main && (
        <div class={css.main} data-main>
          <ActButton action={main} kind="main" acts={acts} />
        </div>
      )}
      {others.length > 0 && (
        <div class={css.others}>
          {others.map((action) => (
            <ActButton key={action.text} action={action} kind="second" acts={acts} />
          ))}
        </div>
      )}
    </>
  );
}
