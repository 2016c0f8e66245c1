import css from './pack-shape.module.css';

const shapes = {
  box: 'M10 16l14-6 14 6v20l-14 6-14-6ZM10 16l14 6 14-6M24 22v20',
  can: 'M12 11c0-2 5.4-4 12-4s12 2 12 4-5.4 4-12 4-12-2-12-4ZM12 11v26c0 2 5.4 4 12 4s12-2 12-4V11M12 20c0 2 5.4 4 12 4s12-2 12-4',
  blister:
    'M8 12a2 2 0 0 1 2-2h28a2 2 0 0 1 2 2v24a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2ZM14 16h6v6h-6ZM28 16h6v6h-6ZM14 26h6v6h-6ZM28 26h6v6h-6Z',
  bottle: 'M20 6h8v7l4 6v20a3 3 0 0 1-3 3H19a3 3 0 0 1-3-3V19l4-6ZM20 11h8M16 24h16v10H16',
  tube: 'M14 8h20l-3 28H17ZM19 36h10v5H19ZM15 14h18',
  jar: 'M13 8h22v6H13ZM15 14c-3 2-4 4-4 7v16a4 4 0 0 0 4 4h18a4 4 0 0 0 4-4V21c0-3-1-5-4-7M11 25h26v8H11',
  bag: 'M12 8h24l2 32H10ZM12 13h24M16 22h16v10H16Z',
  pack: 'M10 12h28v26H10ZM16 31v-8M20 31v-8M24 31v-8M28 31v-8M32 31v-8',
} as const;

/** The outline of a pack, where the product has no picture. */
export const PackShape = ({ name }: { name: keyof typeof shapes }) => (
  <svg class={css.shape} viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
);
