import type { ComponentChildren } from 'preact';
import css from './facts.module.css';

export interface Fact {
  name: string;
  value: ComponentChildren;
  /** Set in tabular figures, larger: lots, dates and codes. */
  figure?: boolean;
  /** Takes a line of its own. */
  wide?: boolean;
}

/** Names and values, one under the other. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class={css.facts}>
    {facts.map(({ name, value, figure = false, wide = false }) => (
      <div key={name} class={wide ? `${css.fact} ${css.wide}` : css.fact}>
        <dt>{name}</dt>
        <dd class={figure ? css.figure : undefined}>{value}</dd>
      </div>
    ))}
  </dl>
);
