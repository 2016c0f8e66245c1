import type { Screen } from '../../answer/index.ts';
import type { Edge } from '../../ui/index.ts';

/** Each tone has its own edge, so that it can be told without colour. */
export function edgeOf({ tone, sign }: Pick<Screen, 'tone' | 'sign'>): Edge {
  if (sign === 'packs') return 'double';
  switch (tone) {
    case 'red':
      return 'thick';
    case 'amber':
      return 'dashed';
    case 'not-checked':
      return 'hatched';
    case 'blue':
    case 'grey':
      return 'solid';
  }
}
