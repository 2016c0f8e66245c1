import type { ComponentChildren } from 'preact';
import css from './button.module.css';
import { Glyph, type GlyphName } from './icon.tsx';

interface Look {
  children: ComponentChildren;
  /** One main button a screen; `quiet` is an underlined word with a full-size target. */
  kind?: 'main' | 'second' | 'quiet';
  glyph?: GlyphName | undefined;
}

const classes = ({ kind = 'second' }: Look) => `${css.button} ${css[kind]}`;

const inside = ({ glyph, children }: Look) => (
  <>
    {glyph && <Glyph name={glyph} size={22} />}
    <span>{children}</span>
  </>
);

interface ButtonProps extends Look {
  onClick?: () => void;
  type?: 'button' | 'submit';
  pressed?: boolean;
  name?: string;
  label?: string;
}

export const Button = ({ onClick, type = 'button', pressed, label, ...look }: ButtonProps) => (
  <button type={type} class={classes(look)} onClick={onClick} aria-pressed={pressed} aria-label={label}>
    {inside(look)}
  </button>
);

interface LinkProps extends Look {
  href: string;
  /** Another site: opened without telling it where the visitor came from. */
  away?: boolean;
  onClick?: () => void;
  label?: string;
}

export const ButtonLink = ({ href, away = false, onClick, label, ...look }: LinkProps) => (
  <a
    href={href}
    class={classes(look)}
    onClick={onClick}
    aria-label={label}
    {...(away ? { rel: 'noopener noreferrer external', target: '_blank' } : {})}
  >
    {inside(look)}
  </a>
);
