import { useEffect } from 'preact/hooks';
import type { Lang } from '../../i18n/index.ts';

/** Reads sentences aloud with the phone's own voice; asked again, it stops. Undefined on phones without a voice. */
export function useListening(sentences: readonly string[], lang: Lang): (() => void) | undefined {
  const voice = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;
  useEffect(() => () => voice?.cancel(), [voice]);
  if (!voice) return undefined;
  return () => {
    if (voice.speaking) {
      voice.cancel();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentences.join(' '));
    utterance.lang = lang === 'vi' ? 'vi-VN' : 'en-GB';
    voice.speak(utterance);
  };
}
