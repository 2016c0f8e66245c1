import type { ComponentChildren } from 'preact';
import css from './stack.module.css';

/** Things under each other with one distance. */
export const Stack = ({ gap = 4, children }: { gap?: 2 | 3 | 4 | 5; children: ComponentChildren }) => (
  <div class={`${css.stack} ${css[`gap${gap}`]}`}>{children}</div>
);

/** Buttons in a row that breaks; the first takes the whole width on a phone. */
export const Row = ({ children }: { children: ComponentChildren }) => <div class={css.row}>{children}</div>;
