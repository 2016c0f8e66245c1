import type { Problem } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { Ref } from 'preact';
import { type Key, useSpeaker } from '../../i18n/index.ts';
import { ButtonLink, Row, Stack, type SignName, VerdictField } from '../../ui/index.ts';

interface Props {
  problem: Problem;
  /** The number was typed: it is typed again, not scanned. */
  typed?: boolean;
  headlineRef?: Ref<HTMLHeadingElement>;
}

/** What a person can mend (R2): read again, or a code that was printed wrong. No verdict, so no colour. */
export function ProblemView({ problem, typed = false, headlineRef }: Props) {
  const { say } = useSpeaker();
  const { sign, headline, lead } = WORDS[problem.code] ?? OTHER;
  const printedSo = problem.code === 'malformed-code';
  return (
    <article data-state={problem.code}>
      <Stack>
        <VerdictField
          tone="not-checked"
          edge="solid"
          sign={sign}
          kicker={say('kicker.notChecked')}
          headline={say(headline)}
          {...(headlineRef ? { headlineRef } : {})}
        />
        <p>{say(lead, { pack: say('pack.pack') })}</p>
        {typed && !printedSo ? (
          <ButtonLink kind="main" href={paths.typed} glyph="keys">
            {say('action.typeAgain')}
          </ButtonLink>
        ) : (
          <ButtonLink kind="main" href={paths.home} glyph="scan">
            {say(printedSo ? 'action.scan' : 'action.scanAgain')}
          </ButtonLink>
        )}
        <Row>
          {printedSo ? (
            <ButtonLink href={paths.report}>{say('action.tip')}</ButtonLink>
          ) : (
            <OtherWay typed={typed} />
          )}
        </Row>
      </Stack>
    </article>
  );
}

function OtherWay({ typed }: { typed: boolean }) {
  const { say } = useSpeaker();
  return typed ? (
    <ButtonLink href={paths.home} glyph="scan">
      {say('nav.scan')}
    </ButtonLink>
  ) : (
    <ButtonLink href={paths.typed} glyph="keys">
      {say('nav.type')}
    </ButtonLink>
  );
}

interface Words {
  sign: SignName;
  headline: Exclude<Extract<Key, `problem.${string}`>, `${string}Lead`>;
  lead: 'problem.misreadLead' | 'problem.malformedLead' | 'problem.otherLead' | 'problem.linkGoneLead';
}

const OTHER: Words = { sign: 'again', headline: 'problem.other', lead: 'problem.otherLead' };

const WORDS: Partial<Record<Problem['code'], Words>> = {
  misread: { sign: 'again', headline: 'problem.misread', lead: 'problem.misreadLead' },
  'malformed-code': { sign: 'broken', headline: 'problem.malformed', lead: 'problem.malformedLead' },
  'not-found': { sign: 'magnifier', headline: 'problem.linkGone', lead: 'problem.linkGoneLead' },
};

/** Headline of a problem, also the title of its window. */
export const problemHeadline = ({ code }: Problem): Words['headline'] => (WORDS[code] ?? OTHER).headline;
