import { glyphs } from './glyphs.tsx';
import { signs } from './signs.tsx';

export type SignName = keyof typeof signs;
export type GlyphName = keyof typeof glyphs;

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': true,
} as const;

/** A silhouette on the 40 px grid; the words beside it say the same. */
export const SignIcon = ({ name, size = 40 }: { name: SignName; size?: number }) => (
  <svg {...stroke} viewBox="0 0 40 40" width={size} height={size}>
    {signs[name]}
  </svg>
);

/** A small icon beside a word. */
export const Glyph = ({ name, size = 24 }: { name: GlyphName; size?: number }) => (
  <svg {...stroke} viewBox="0 0 24 24" width={size} height={size}>
    {glyphs[name]}
  </svg>
);
