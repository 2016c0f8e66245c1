import type { Localised } from '@assay/contract';
import { en } from './en.ts';
import { fill } from './fill.ts';
import type { Key, Lang, Values } from './key.ts';
import { sayDay, sayInstant } from './dates.ts';
import { vi } from './vi.ts';

/** One language: its sentences, dates and numbers. */
export interface Speaker {
  lang: Lang;
  say: <K extends Key>(key: K, ...values: Values<K>) => string;
  /** A calendar day `yyyy-mm-dd`. */
  day: (day: string) => string;
  /** A UTC instant, in the time of the country. */
  time: (instant: string) => string;
  number: (n: number) => string;
  pick: (text: Localised) => string;
}

const words: Record<Lang, Record<Key, string>> = { vi, en };

export const speakers: Record<Lang, Speaker> = { vi: speakerOf('vi'), en: speakerOf('en') };

function speakerOf(lang: Lang): Speaker {
  const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
  const numbers = new Intl.NumberFormat(locale);
  return {
    lang,
    say: (key, ...[values]) => fill(words[lang][key], values),
    day: (day) => sayDay(lang, day),
    time: (instant) => sayInstant(lang, instant),
    number: (n) => numbers.format(n),
    pick: (text) => text[lang],
  };
}
