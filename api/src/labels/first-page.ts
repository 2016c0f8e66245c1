import type { Localised } from '@assay/contract';
import { type AboutLabels, factsOf, isDemonstration } from './about-labels.ts';
import { plainText, wrapText } from './fit-text.ts';
import { type Mark, POINT } from './marks.ts';
import { QUIET_ZONE } from './resolution.ts';
import { drawRuler } from './ruler.ts';
import type { Face, Typefaces } from './typefaces.ts';
import { withLength, WORDS } from './words.ts';

interface Style {
  size: number;
  face: Face;
  grey?: true;
  /** From baseline to baseline, in millimetres. */
  leading: number;
}

const TITLE: Style = { size: 20 * POINT, face: 'bold', leading: 9 };
const HEADING: Style = { size: 11 * POINT, face: 'bold', leading: 5 };
const BODY: Style = { size: 9 * POINT, face: 'regular', leading: 4.6 };
const SECOND: Style = { ...BODY, grey: true };
const VALUE: Style = { ...BODY, face: 'mono' };

/** Millimetres of an A4 page. */
const PAGE = { left: 20, width: 170, top: 22, text: 29, values: 92 };
const ROW = 6.4;
const SPACE = { aboveTitle: 9, belowTitle: 5, steps: 7, details: 2.5, ruler: 12 };
const RULER = 100;
const MOST_NAME = 120;
/** Height of a capital, in units of the size. */
const CAP = 0.74;

/** An A4 page that goes before the sheets: what they hold, a line to measure, a code to try, what to do and what not. */
export function drawFirstPage(about: AboutLabels, faces: Typefaces): Mark[] {
  const marks: Mark[] = [];
  let y = PAGE.top;
  const write = (text: string, style: Style, x: number) => {
    const { size, face, grey } = style;
    marks.push({ kind: 'text', x, y, size, face, text, ...(grey && { grey }) });
  };
  const line = (text: string, style: Style, x = PAGE.text) => {
    write(text, style, x);
    y += style.leading;
  };
  const both = ({ vi, en }: Localised, style: Style = BODY) => {
    line(vi, style);
    line(en, SECOND);
  };
  const step = (number: number, words: Localised) => {
    y += SPACE.steps;
    write(String(number), HEADING, PAGE.left);
    both(words, HEADING);
  };

  line(`${WORDS.notALabel.vi} · ${WORDS.notALabel.en}`, SECOND, PAGE.left);
  y += SPACE.aboveTitle;
  const name = plainText(about.name, faces.bold.font, MOST_NAME);
  for (const part of wrapText(name, faces.bold.font, PAGE.width / TITLE.size, 2))
    line(part, TITLE, PAGE.left);
  if (isDemonstration(about.gtin))
    line(`${WORDS.demonstration.vi} · ${WORDS.demonstration.en}`, BODY, PAGE.left);
  y += SPACE.belowTitle;
  for (const [words, value] of factsOf(about)) {
    write(words.vi === words.en ? words.vi : `${words.vi} · ${words.en}`, SECOND, PAGE.left);
    write(value, VALUE, PAGE.values);
    y += ROW;
  }

  step(1, withLength(WORDS.measure, RULER));
  y += SPACE.details;
  marks.push(...drawRuler(PAGE.text, y, RULER));
  y += SPACE.ruler;
  both(WORDS.scaled);

  step(2, WORDS.scan);
  y += SPACE.details;
  const box = about.trial.side * about.module;
  const top = y - BODY.size * CAP;
  marks.push({ kind: 'symbol', x: PAGE.text, y: top, module: about.module, modules: about.trial });
  const beside = PAGE.text + box + Math.max(QUIET_ZONE[about.symbol] * about.module, 4);
  for (const words of [WORDS.scanned, WORDS.unread]) {
    line(words.vi, BODY, beside);
    line(words.en, SECOND, beside);
  }
  y = Math.max(y, top + box + BODY.leading);

  step(3, WORDS.tryOut);
  step(4, WORDS.spoilt);
  y += SPACE.details / 2;
  both(WORDS.counted);
  step(5, WORDS.secret);
  return marks;
}
