import { ButtonLink } from './button.tsx';
import css from './call-row.module.css';

interface Props {
  name: string;
  href: string;
  text: string;
}

/** Whom to call: the name beside the number. */
export const CallRow = ({ name, href, text }: Props) => (
  <div class={css.row}>
    <span>{name}</span>
    <ButtonLink href={href} glyph={href.startsWith('tel:') ? 'phone' : undefined} label={`${name}: ${text}`}>
      {text}
    </ButtonLink>
  </div>
);
