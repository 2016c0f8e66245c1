import css from './brand.module.css';

/** The mark: the letter A under a scanning line. */
export const Brand = ({ name }: { name: string }) => (
  <span class={css.brand}>
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path
        fill="none"
        stroke="var(--paper)"
        stroke-width="2.6"
        stroke-linecap="round"
        d="M8.5 25 16 7l7.5 18M5 18.5h22"
        stroke-linejoin="round"
      />
    </svg>
    <span>{name}</span>
  </span>
);
