/** What a shopper can do next. `href` where it works without script; the rest needs the page's help. */
export type Action =
  | { do: 'scan' | 'type' | 'tip' | 'call' | 'open'; text: string; href: string }
  /** To a foreign host, in two taps (R11). */
  | { do: 'leave'; text: string; href: string }
  | { do: 'enter-lot'; text: string; href: '#lot' }
  | { do: 'as-barcode'; text: string; gtin: string }
  | { do: 'bought' | 'understood' | 'listen'; text: string };
