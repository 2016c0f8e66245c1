import type { ComponentChildren } from 'preact';
import { Glyph } from './icon.tsx';
import css from './notice.module.css';

interface Props {
  /** `bad` is the one line that may be red outside of the verdict: lots under a warning. */
  kind?: 'bad' | 'plain';
  children: ComponentChildren;
}

/** One line that must not be missed. */
export const Notice = ({ kind = 'plain', children }: Props) => (
  <div class={`${css.notice} ${css[kind]}`} data-notice={kind}>
    {kind === 'bad' && <Glyph name="alert" size={22} />}
    <div>{children}</div>
  </div>
);
