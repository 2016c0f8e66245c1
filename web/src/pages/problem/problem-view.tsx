import type { Problem } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { Ref } from 'preact';
import { type Key, useSpeaker } from '../../i18n/index.ts';
import { ButtonLink, Row, Stack, type SignName, VerdictField } from '../../ui/index.ts';

interface Props {
  problem: Problem;
  headlineRef?: Ref<HTMLHeadingElement>;
}

/** What a person can mend (R2): read again, or a code that was printed wrong. No verdict, so no colour. */
export function ProblemView({ problem, headlineRef }: Props) {
  const { say } = useSpeaker();
  const { sign, headline, lead } = wordsFor(problem);
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
        <ButtonLink kind="main" href={paths.home} glyph="scan">
          {say(printedSo ? 'action.scan' : 'action.scanAgain')}
        </ButtonLink>
        <Row>
          {printedSo ? (
            <ButtonLink href={paths.report}>{say('action.tip')}</ButtonLink>
          ) : (
            <ButtonLink href={paths.typed} glyph="keys">
              {say('nav.type')}
            </ButtonLink>
          )}
        </Row>
      </Stack>
    </article>
  );
}

interface Words {
  sign: SignName;
  headline: Exclude<Extract<Key, `problem.${string}`>, `${string}Lead`>;
  lead: 'problem.misreadLead' | 'problem.malformedLead' | 'problem.otherLead' | 'problem.linkGoneLead';
}

function wordsFor({ code }: Problem): Words {
  switch (code) {
    case 'misread':
      return { sign: 'again', headline: 'problem.misread', lead: 'problem.misreadLead' };
    case 'malformed-code':
      return { sign: 'broken', headline: 'problem.malformed', lead: 'problem.malformedLead' };
    case 'not-found':
      return { sign: 'magnifier', headline: 'problem.linkGone', lead: 'problem.linkGoneLead' };
    default:
      return { sign: 'again', headline: 'problem.other', lead: 'problem.otherLead' };
  }
}
