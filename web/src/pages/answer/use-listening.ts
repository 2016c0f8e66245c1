import { useEffect } from 'preact/hooks';
import type { Lang } from '../../i18n/index.ts';

/** Reads sentences aloud with the phone's own voice; asked again, it stops. */
export function useListening(sentences: readonly string[], lang: Lang): () => void {
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  return () => {
    const voice = globalThis.speechSynthesis;
    if (!voice) return;
    if (voice.speaking) {
      voice.cancel();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentences.join(' '));
    utterance.lang = lang === 'vi' ? 'vi-VN' : 'en-GB';
    voice.speak(utterance);
  };
}
