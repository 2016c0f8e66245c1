import { paths } from '@assay/contract/paths';
import type { Ref } from 'preact';
import { groupsOfFour, notChecked } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, ButtonLink, Row, Stack, VerdictField } from '../../ui/index.ts';

interface Props {
  text: string;
  saved: boolean;
  onRetry?: () => void;
  headlineRef?: Ref<HTMLHeadingElement>;
}

/** Screen H: a failure is not an answer, and looks like none of them (R1). */
export function NotCheckedView({ text, saved, onRetry, headlineRef }: Props) {
  const { say, lang } = useSpeaker();
  const code = shortened(text);
  return (
    <article data-state="not-checked">
      <Stack>
        <VerdictField
          tone="not-checked"
          edge="hatched"
          sign={notChecked.sign}
          kicker={say(notChecked.kicker)}
          headline={say('notChecked.headline')}
          {...(headlineRef ? { headlineRef } : {})}
        />
        <p>{say('notChecked.lead')}</p>
        {code && <p>{saved ? say('notChecked.saved', { code }) : say('notChecked.code', { code })}</p>}
        {onRetry ? (
          <Button kind="main" onClick={onRetry}>
            {say('action.retry')}
          </Button>
        ) : (
          <form method="post" action={paths.checkForm}>
            <Stack>
              <input type="hidden" name="text" value={text} />
              <input type="hidden" name="lang" value={lang} />
              <Button kind="main" type="submit">
                {say('action.retry')}
              </Button>
            </Stack>
          </form>
        )}
        <Row>
          <ButtonLink href={paths.home} glyph="scan">
            {say('action.scan')}
          </ButtonLink>
          {onRetry && (
            <ButtonLink href={paths.history} glyph="clock">
              {say('notChecked.history')}
            </ButtonLink>
          )}
        </Row>
      </Stack>
    </article>
  );
}

/** Numbers in groups; anything long is cut, since it is only there to be recognised. */
function shortened(text: string): string {
  const shown = text.replaceAll('\u001D', ' ');
  if (/^\d+$/.test(shown)) return groupsOfFour(shown);
  return shown.length > 48 ? `${shown.slice(0, 45)}…` : shown;
}
