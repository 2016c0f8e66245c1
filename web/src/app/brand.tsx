import css from './brand.module.css';

/** The mark: the letter A standing in the bars of a barcode. */
export const Brand = ({ name }: { name: string }) => (
  <span class={css.brand}>
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path
        fill="none"
        stroke="var(--paper)"
        stroke-width="2.4"
        stroke-linecap="round"
        d="M7 24v1M11 18v7M16 7v8M16 21v4M21 18v7M25 24v1M11 18l5-11 5 11"
        stroke-linejoin="round"
      />
    </svg>
    <span>{name}</span>
  </span>
);
