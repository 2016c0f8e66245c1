import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from './key.ts';
import { speakers, type Speaker } from './speaker.ts';

const Language = createContext<Speaker>(speakers.vi);

/** Everything below speaks this language. */
export const LanguageProvider = ({ lang, children }: { lang: Lang; children: ComponentChildren }) => (
  <Language.Provider value={speakers[lang]}>{children}</Language.Provider>
);

export const useSpeaker = (): Speaker => useContext(Language);
