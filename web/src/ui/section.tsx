import type { ComponentChildren } from 'preact';
import css from './section.module.css';

/** A titled part below the answer. */
export const Section = ({
  title,
  id,
  children,
}: {
  title: string;
  id?: string;
  children: ComponentChildren;
}) => (
  <section class={css.section} id={id}>
    <h2 class={css.title}>{title}</h2>
    {children}
  </section>
);
