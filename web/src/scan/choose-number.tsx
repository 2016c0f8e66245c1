import type { Reading } from './reading.ts';
import styles from './scan-view.module.css';
import { type Lang, WORDS } from './words.ts';

interface Props {
  readings: readonly Reading[];
  lang: Lang;
  onChoose: (reading: Reading) => void;
  onAgain: () => void;
}

/** Asks which of several numbers stands on the pack. */
export function ChooseNumber({ readings, lang, onChoose, onAgain }: Props) {
  const words = WORDS[lang];
  return (
    <div class={styles['choose']} role="group" aria-label={words.whichNumber}>
      <p role="alert">{words.whichNumber}</p>
      {readings.map((reading) => (
        <button type="button" key={`${reading.format} ${reading.text}`} onClick={() => onChoose(reading)}>
          {grouped(reading.text)}
        </button>
      ))}
      <button type="button" onClick={onAgain}>
        {words.scanAgain}
      </button>
    </div>
  );
}

/** Digits in groups as they stand under the bars: `8 934567 890123`. */
function grouped(text: string): string {
  return /^\d{13}$/.test(text) ? `${text.slice(0, 1)} ${text.slice(1, 7)} ${text.slice(7)}` : text;
}
