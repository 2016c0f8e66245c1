import type { AboutLabels } from './about-labels.ts';
import { plainText, wrapText } from './fit-text.ts';
import { type Mark, POINT } from './marks.ts';
import { QUIET_ZONE } from './resolution.ts';
import { drawRuler } from './ruler.ts';
import type { Typefaces } from './typefaces.ts';
import { spacedNumber, WORDS, withLength } from './words.ts';

/** Of the text: millimetres, and from baseline to baseline in units of the size. */
const SIZE = 6 * POINT;
const LEADING = 1.4;
const CAP = 0.74;
const MARGIN = 2;
const RULER = { most: 100, y: 5, text: 14.2 };
const MOST_NAME = 60;
/** With less than this beside the code its words stand below. */
const WIDE_ENOUGH = 22;

/**
 * The two labels that go first on a roll, where no page of A4 fits: a line to measure, of as many whole centimetres as the
 * label is wide, and a code to try.
 */
export function drawTrialLabels(about: AboutLabels, faces: Typefaces): [Mark[], Mark[]] {
  return [drawTrialRuler(about, faces), drawTrialCode(about, faces)];
}

function drawTrialRuler({ label, name, first, last }: AboutLabels, faces: Typefaces): Mark[] {
  const width = label.width - 2 * MARGIN;
  const length = Math.min(RULER.most, Math.floor(width / 10) * 10);
  const words = withLength(WORDS.ruler, length);
  const lines = setLines(
    [
      `${words.vi} · ${words.en}`,
      plainText(name, faces.regular.font, MOST_NAME),
      `${WORDS.numbers.vi} ${spacedNumber(first)} – ${spacedNumber(last)}`,
    ],
    width,
    faces,
  );
  return [
    ...drawRuler((label.width - length) / 2, RULER.y, length),
    ...placeLines(lines, MARGIN, RULER.text, label.height - MARGIN),
  ];
}

function drawTrialCode({ label, symbol, module, trial }: AboutLabels, faces: Typefaces): Mark[] {
  const { width, height } = label;
  const box = trial.side * module;
  const clear = Math.max(QUIET_ZONE[symbol] * module, MARGIN);
  const isBeside = width - MARGIN - (clear + box + clear) >= WIDE_ENOUGH;
  const place = isBeside
    ? { x: clear, y: (height - box) / 2, textX: clear + box + clear }
    : { x: (width - box) / 2, y: clear, textX: MARGIN };
  const texts = [WORDS.trial, WORDS.trialShows].flatMap(({ vi, en }) => [vi, en]);
  const lines = setLines(texts, width - MARGIN - place.textX, faces);
  const textY = isBeside
    ? (height - (lines.length - 1) * SIZE * LEADING + SIZE * CAP) / 2
    : clear + box + clear + SIZE;
  return [
    { kind: 'symbol', x: place.x, y: place.y, module, modules: trial },
    ...placeLines(lines, place.textX, textY, height - MARGIN),
  ];
}

const setLines = (texts: readonly string[], width: number, faces: Typefaces) =>
  texts.flatMap((text) => wrapText(text, faces.regular.font, width / SIZE, 2));

/** Lines from a baseline down, as far as there is room. */
function placeLines(lines: readonly string[], x: number, y: number, bottom: number): Mark[] {
  const room = Math.floor((bottom - y) / (SIZE * LEADING)) + 1;
  return lines
    .slice(0, room)
    .map((text, n) => ({ kind: 'text', x, y: y + n * SIZE * LEADING, size: SIZE, face: 'regular', text }));
}
