import type { JSX } from 'preact';

const octagon = 'M13.4 4h13.2L36 13.4v13.2L26.6 36H13.4L4 26.6V13.4Z';
const diamond =
  'M18.6 3.6a2 2 0 0 1 2.8 0l15 15a2 2 0 0 1 0 2.8l-15 15a2 2 0 0 1-2.8 0l-15-15a2 2 0 0 1 0-2.8Z';
const dot = (x: number, y: number) => <circle cx={x} cy={y} r="1.4" fill="currentColor" stroke="none" />;

/** Silhouettes on a 40 px grid, 2 px strokes, round ends: told apart by outline before colour. */
export const signs = {
  registered: (
    <>
      <circle cx="20" cy="20" r="16.5" />
      <path d="M20 18.5V28" />
      {dot(20, 12.5)}
    </>
  ),
  barcode: (
    <path d="M4 11V6a2 2 0 0 1 2-2h5M29 4h5a2 2 0 0 1 2 2v5M36 29v5a2 2 0 0 1-2 2h-5M11 36H6a2 2 0 0 1-2-2v-5M11 13v14M15.5 13v14M20 13v14M24.5 13v14M29 13v14" />
  ),
  magnifier: <path d="M17 29a12 12 0 1 0 0-24 12 12 0 0 0 0 24ZM26 26l9 9" />,
  label: (
    <>
      <path d="M4 10a2 2 0 0 1 2-2h19.5a2 2 0 0 1 1.5.7L36 20l-9 11.3a2 2 0 0 1-1.5.7H6a2 2 0 0 1-2-2ZM10 16h12M10 24h9" />
      {dot(28, 20)}
    </>
  ),
  link: (
    <path d="M16.5 23.5l7-7M18 13.5l3.6-3.6a6.4 6.4 0 0 1 9 9L27 22.5M22 26.5l-3.6 3.6a6.4 6.4 0 0 1-9-9l3.6-3.6" />
  ),
  again: <path d="M34 20a14 14 0 1 1-4.1-9.9L34 14M34 5v9h-9" />,
  question: (
    <>
      <path d={diamond} />
      <path d="M16 16.2a4 4 0 1 1 6 3.5c-1.3.8-2 1.5-2 3" />
      {dot(20, 27.6)}
    </>
  ),
  packs: (
    <>
      <path d="M15 8V6a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v19a2 2 0 0 1-2 2h-4" />
      <rect x="5" y="11" width="20" height="25" rx="2" />
      <path d="M10 26v5M14 26v5M18 26v5" />
    </>
  ),
  calendar: (
    <path d="M6 10a2 2 0 0 1 2-2h24a2 2 0 0 1 2 2v24a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2ZM6 16h28M13 4v7M27 4v7M16.5 22.5l7 7M23.5 22.5l-7 7" />
  ),
  pause: (
    <>
      <path d={diamond} />
      <path d="M17 15v10M23 15v10" />
    </>
  ),
  octagon: (
    <>
      <path d={octagon} />
      <path d="M20 12.5V22" />
      {dot(20, 27.2)}
    </>
  ),
  recall: (
    <>
      <path d={octagon} />
      <path d="M17 13.5l-4.5 4.5 4.5 4.5M13 18h9.5a4.5 4.5 0 0 1 0 9H19" />
    </>
  ),
  lock: (
    <>
      <path d={octagon} />
      <path d="M13.5 19h13v8.5h-13ZM16.5 19v-3a3.5 3.5 0 0 1 7 0v3" />
    </>
  ),
  broken: (
    <path d="M17.5 13.5l4-4a6.4 6.4 0 0 1 9 9l-4 4M22.5 26.5l-4 4a6.4 6.4 0 0 1-9-9l4-4M28 28.5l4 1.5M26.5 31l1.5 4M12 11.5 8 10M13.5 9 12 5" />
  ),
} satisfies Record<string, JSX.Element>;
