import type { ComponentChildren, Ref } from 'preact';
import { SignIcon, type SignName } from './icon.tsx';
import css from './verdict-field.module.css';

export type FieldTone = 'blue' | 'grey' | 'amber' | 'red' | 'not-checked';
export type Edge = 'solid' | 'dashed' | 'double' | 'thick' | 'hatched';

interface Props {
  tone: FieldTone;
  edge: Edge;
  sign: SignName;
  kicker: string;
  headline: string;
  headlineRef?: Ref<HTMLHeadingElement>;
  children?: ComponentChildren;
}

/** The one coloured field of a screen: silhouette, edge and word say the same as the colour. */
export const VerdictField = ({ tone, edge, sign, kicker, headline, headlineRef, children }: Props) => (
  <div class={`${css.field} ${css[tone]} ${css[edge]}`} data-tone={tone}>
    <div class={css.inner}>
      <p class={css.kicker}>
        <SignIcon name={sign} />
        <span>{kicker}</span>
      </p>
      <h1 class={headline.length > 50 ? css.long : css.headline} tabIndex={-1} ref={headlineRef ?? null}>
        {headline}
      </h1>
      {children}
    </div>
  </div>
);
