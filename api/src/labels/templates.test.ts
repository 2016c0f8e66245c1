import { describe, expect, it } from 'vitest';
import { drawSheet, labelsOn, placeOf } from './draw-sheet.ts';
import type { Mark } from './marks.ts';
import { drawnPart, SHEETS } from './templates.ts';

const EDGE = 4.5;

describe.each(SHEETS.map((sheet) => [sheet.id, sheet] as const))('the sheet %s', (_, sheet) => {
  const places = Array.from({ length: labelsOn(sheet) }, (_none, n) => placeOf(sheet, n));

  it('has all of its labels on the page, in the middle of it', () => {
    const first = places[0]!;
    const last = places.at(-1)!;
    expect(first.x + last.x + sheet.label.width).toBeCloseTo(sheet.page.width, 6);
    expect(first.y + last.y + sheet.label.height).toBeCloseTo(sheet.page.height, 6);
    expect(Math.min(first.x, first.y)).toBeGreaterThanOrEqual(0);
  });

  it('has labels that do not overlap', () => {
    expect(sheet.pitch.x).toBeGreaterThanOrEqual(sheet.label.width);
    expect(sheet.pitch.y).toBeGreaterThanOrEqual(sheet.label.height);
  });

  it('has nothing to be printed where printers leave the page white', () => {
    const { width, height } = drawnPart(sheet);
    for (const { x, y } of [places[0]!, places.at(-1)!]) {
      const [left, top] = [x + sheet.inset.x, y + sheet.inset.y];
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(EDGE - 1e-6);
      expect(left + width).toBeLessThanOrEqual(sheet.page.width - EDGE + 1e-6);
      expect(top + height).toBeLessThanOrEqual(sheet.page.height - EDGE + 1e-6);
    }
  });

  it('keeps its note and cut marks off the labels', () => {
    const right = sheet.left + (sheet.columns - 1) * sheet.pitch.x + sheet.label.width;
    const bottom = sheet.top + sheet.rows * sheet.pitch.y;
    const isOnLabels = ([x, y]: readonly [number, number]) =>
      x > sheet.left && x < right && y > sheet.top && y < bottom;
    const points = (mark: Mark) =>
      mark.kind === 'line' ? [mark.from, mark.to] : [[mark.x, mark.y] as const];
    expect(drawSheet(sheet, [], 0, 'note').flatMap(points).filter(isOnLabels)).toEqual([]);
  });
});

it('every sheet has a name of its own', () => {
  expect(new Set(SHEETS.map(({ id }) => id)).size).toBe(SHEETS.length);
});

it('labels follow one another along the rows, after the places that are empty already', () => {
  const sheet = SHEETS.find(({ id }) => id === 'a4-64x38')!;
  const dot: Mark = { kind: 'text', x: 0, y: 0, size: 1, face: 'mono', text: 'x' };
  const drawn = drawSheet(sheet, [[dot], [dot]], 2, '').filter(
    (mark) => mark.kind === 'text' && mark.text === 'x',
  );
  expect(drawn).toMatchObject([
    { x: sheet.left + 2 * sheet.pitch.x, y: sheet.top },
    { x: sheet.left, y: sheet.top + sheet.pitch.y },
  ]);
});
