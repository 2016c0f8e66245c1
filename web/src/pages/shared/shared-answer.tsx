import type { Answer } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { ComponentChildren, Ref } from 'preact';
import { type ReadingCount, screenOf } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { ButtonLink, Stack, VerdictField } from '../../ui/index.ts';
import { ProductRow } from '../answer/product-row.tsx';

/** Characters of a serial that a shared answer shows: with more, codes would be harvested from chats. */
const SHOWN = 4;

interface Props {
  answer: Answer;
  count: ReadingCount;
  /** The answer in full, where it may be shown. */
  children: ComponentChildren;
  headlineRef?: Ref<HTMLHeadingElement>;
}

/**
 * A shared answer never shows blue: its link can be printed on any number of packs, and opening it is not a check of
 * any of them. What warns is shown in full.
 */
export function SharedAnswer({ answer, count, children, headlineRef }: Props) {
  const speaker = useSpeaker();
  if (screenOf(answer, count, speaker).tone !== 'blue') return <>{children}</>;
  const { say } = speaker;
  const { serial } = answer.identity;
  return (
    <article data-verdict={answer.verdict} data-state="shared">
      <Stack>
        <VerdictField
          tone="grey"
          edge="solid"
          sign="packs"
          kicker={say('shared.title')}
          headline={say('shared.otherPack')}
          {...(headlineRef ? { headlineRef } : {})}
        />
        <p>{say('shared.provesNothing')}</p>
        <ProductRow answer={answer} />
        {serial && (
          <p>
            {say('field.serial')}: {serial.slice(0, SHOWN)} …
          </p>
        )}
        <ButtonLink kind="main" href={paths.home} glyph="scan">
          {say('shared.scanYours')}
        </ButtonLink>
      </Stack>
    </article>
  );
}
