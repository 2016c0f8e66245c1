import { describe, expect, it } from 'vitest';
import digitalLinks from '../data/digital-links.json' with { type: 'json' };
import elementStrings from '../data/element-strings.json' with { type: 'json' };
import gs1Dates from '../data/gs1-dates.json' with { type: 'json' };
import linear from '../data/linear.json' with { type: 'json' };
import lots from '../data/lots.json' with { type: 'json' };
import otherSchemes from '../data/other-schemes.json' with { type: 'json' };
import printedDates from '../data/printed-dates.json' with { type: 'json' };
import typed from '../data/typed.json' with { type: 'json' };
import { formatNamed } from './testing/formats.ts';
import { foldLot, gs1Date, parsePrintedDate, parseScan } from './index.ts';

interface Example {
  about: string;
  source: string;
  text: string;
  format: string;
  aim?: string;
  identity?: object;
  failure?: object;
}

const families: Record<string, Example[]> = {
  'a retail barcode': linear,
  'an element string': elementStrings,
  'an address': digitalLinks,
  'typed text': typed,
  'another scheme': otherSchemes,
};

describe.each(Object.entries(families))('%s', (_, examples) => {
  it.each(examples)('$about ($source)', ({ text, format, aim, identity, failure }) => {
    const outcome = parseScan({ text, format: formatNamed(format), aim }, { year: 2025 });
    expect(outcome).toMatchObject(failure ? { ok: false, failure } : { ok: true, identity });
  });
});

describe('a GS1 date', () => {
  it.each(gs1Dates)('$yymmdd read in $year is $day', ({ yymmdd, year, day }) => {
    expect(gs1Date(yymmdd, { year })).toBe(day ?? undefined);
  });
});

describe('a printed date', () => {
  it.each(printedDates)('$text is $day', ({ text, day }) => {
    expect(parsePrintedDate(text)).toBe(day ?? undefined);
  });
});

describe('a lot', () => {
  it.each(lots)('$lot compares as $folded ($source)', ({ lot, folded }) => {
    expect(foldLot(lot)).toBe(folded);
    expect(foldLot(folded)).toBe(folded);
  });
});
