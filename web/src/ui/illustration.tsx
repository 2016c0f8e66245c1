import css from './illustration.module.css';

const drawings = {
  /** A pack waiting in an empty frame. */
  nothing: (
    <>
      <path d="M12 34V20a8 8 0 0 1 8-8h14M126 12h14a8 8 0 0 1 8 8v14M148 86v14a8 8 0 0 1-8 8h-14M34 108H20a8 8 0 0 1-8-8V86" />
      <path d="M56 38l24-10 24 10v44L80 92 56 82ZM56 38l24 10 24-10M80 48v44" />
      <path class={css.faint} d="M64 62v12M69 64v12M73 66v12" />
    </>
  ),
  /** A phone whose line ends in the air. */
  offline: (
    <>
      <path d="M28 18a6 6 0 0 1 6-6h32a6 6 0 0 1 6 6v84a6 6 0 0 1-6 6H34a6 6 0 0 1-6-6ZM44 100h12" />
      <path d="M72 60h14" />
      <path class={css.faint} d="M94 60h6M106 54l6-6M106 66l6 6M120 60h22" />
    </>
  ),
} as const;

export const Illustration = ({ name }: { name: keyof typeof drawings }) => (
  <svg class={css.drawing} viewBox="0 0 160 120" width="160" height="120" aria-hidden="true">
    {drawings[name]}
  </svg>
);
