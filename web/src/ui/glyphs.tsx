import type { JSX } from 'preact';

/** Small icons on a 24 px grid, drawn by the same hand as the signs. */
export const glyphs = {
  keys: (
    <path d="M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2ZM7 9.5h.01M12 9.5h.01M17 9.5h.01M8 14.5h8" />
  ),
  photo: (
    <path d="M4 8a2 2 0 0 1 2-2h2l1.5-2h5L16 6h2a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2ZM12 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z" />
  ),
  scan: (
    <path d="M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M8 9v6M12 9v6M16 9v6" />
  ),
  clock: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5V12l3 2" />,
  help: (
    <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.6 9.6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8M12 16.6h.01" />
  ),
  phone: (
    <path d="M8 4H5.5A1.5 1.5 0 0 0 4 5.6C4.4 13.4 10.6 19.6 18.4 20a1.5 1.5 0 0 0 1.6-1.5V16l-4-2-2 2c-2.7-1.2-4.8-3.3-6-6l2-2Z" />
  ),
  share: <path d="M12 15V4M8 7.5 12 3.5l4 4M6 12H5v8h14v-8h-1" />,
  trash: <path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 11v5M13.5 11v5" />,
  sound: <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9.5a3.5 3.5 0 0 1 0 5M18 7a7 7 0 0 1 0 10" />,
  away: <path d="M9 5H5v14h14v-4M13 5h6v6M19 5l-8.5 8.5" />,
  next: <path d="m9 5 7 7-7 7" />,
  alert: (
    <path d="M12 8.5v4.5M12 16.5h.01M10.6 4.3 3 17.5A1.7 1.7 0 0 0 4.5 20h15a1.7 1.7 0 0 0 1.5-2.5L13.4 4.3a1.6 1.6 0 0 0-2.8 0Z" />
  ),
  fine: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12h8" />,
} satisfies Record<string, JSX.Element>;
