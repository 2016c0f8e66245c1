import { useSpeaker } from '../../i18n/index.ts';
import { ButtonLink } from '../../ui/index.ts';
import css from './leave.module.css';

/** A foreign address: the first tap shows what to mind, the second one opens it (R11). */
export function Leave({ text, href }: { text: string; href: string }) {
  const { say } = useSpeaker();
  return (
    <details class={css.leave}>
      <summary>{text}</summary>
      <p>{say('link.sure')}</p>
      <ButtonLink href={href} away glyph="away">
        {text}
      </ButtonLink>
    </details>
  );
}
