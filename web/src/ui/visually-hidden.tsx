import type { ComponentChildren } from 'preact';
import css from './visually-hidden.module.css';

/** For screen readers alone. */
export const VisuallyHidden = ({ children }: { children: ComponentChildren }) => (
  <span class={css.hidden}>{children}</span>
);
