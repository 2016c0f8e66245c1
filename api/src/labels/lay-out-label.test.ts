import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESOLUTIONS, SYMBOL_KINDS } from '@assay/contract';
import { Refused } from '../refused.ts';
import { fieldsOf, wrapFields } from './fields.ts';
import { widthOf } from './fit-text.ts';
import { layOutLabel, type LabelToLayOut } from './lay-out-label.ts';
import { QUIET_ZONE } from './resolution.ts';
import { typefaces } from './typefaces.ts';

const faces = typefaces();
const NAME = 'Thuốc thử Đường Hô Hấp Ế Ợ Ự 500 mg, hộp 10 vỉ × 10 viên';
const fields = fieldsOf({ gtin: '09520001000010', lot: 'A12-2026', expiry: '2030-03-31' }, '0'.repeat(17));
const label = (part: Partial<LabelToLayOut>): LabelToLayOut => ({
  width: 63.5,
  height: 38.1,
  symbol: 'qr-code',
  side: 37,
  resolution: 300,
  name: NAME,
  fields,
  ...part,
});

/** Edges of a text: from the marks on a capital to what hangs below the line. */
const extent = (x: number, y: number, width: number, size: number) => ({
  left: x,
  right: x + width,
  top: y - 0.74 * size,
  bottom: y,
});

/** Undefined where a label is refused; any other failure is thrown on. */
function layOutOrRefuse(toLayOut: LabelToLayOut) {
  try {
    return layOutLabel(toLayOut, faces);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function textsOf(toLayOut: LabelToLayOut) {
  const { x, name, fields: set } = layOutLabel(toLayOut, faces);
  const lines = wrapFields(toLayOut.fields, set.columns)!;
  return [
    ...name.lines.map(({ text, y }) => extent(x, y, widthOf(text, faces.bold.font) * name.size, name.size)),
    ...lines.map((text, n) => extent(x, set.ys[n]!, widthOf(text, faces.mono.font) * set.size, set.size)),
  ];
}

describe('a label', () => {
  it('has its quiet zone and all of its text on it, and no text in the quiet zone, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.double({ min: 15, max: 120, noNaN: true }),
          height: fc.double({ min: 15, max: 120, noNaN: true }),
          symbol: fc.constantFrom(...SYMBOL_KINDS),
          side: fc.constantFrom(22, 25, 33, 37, 41),
          resolution: fc.constantFrom(...RESOLUTIONS),
        }),
        (part) => {
          const toLayOut = label(part);
          const layout = layOutOrRefuse(toLayOut);
          if (!layout) return;
          const { x, y, module } = layout.symbol;
          const quiet = QUIET_ZONE[part.symbol] * module;
          const zone = {
            left: x - quiet,
            right: x + part.side * module + quiet,
            top: y - quiet,
            bottom: y + part.side * module + quiet,
          };
          const near = 1e-6;
          expect(Math.min(zone.left, zone.top)).toBeGreaterThanOrEqual(-near);
          expect(zone.right).toBeLessThanOrEqual(part.width + near);
          expect(zone.bottom).toBeLessThanOrEqual(part.height + near);
          for (const text of textsOf(toLayOut)) {
            expect(Math.min(text.left, text.top)).toBeGreaterThanOrEqual(1.2 - near);
            expect(text.right).toBeLessThanOrEqual(part.width - 1.2 + near);
            expect(text.bottom).toBeLessThanOrEqual(part.height - 1.2 + near);
            expect(text.left >= zone.right - near || text.top >= zone.bottom - near).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has modules of the size that GS1 aims at where there is room, and smaller ones where not', () => {
    expect(layOutLabel(label({}), faces).symbol.module).toBeCloseTo(0.508, 3);
    expect(layOutLabel(label({ width: 38.1, height: 21.2 }), faces).symbol.module).toBeCloseTo(0.423, 3);
    expect(layOutLabel(label({ width: 99.1 }), faces).symbol.module).toBeGreaterThan(0.7);
  });

  it('has the serial in one line where it can be read so', () => {
    expect(layOutLabel(label({}), faces).fields.ys).toHaveLength(4);
  });

  it('leaves the name out before it leaves out anything of the code', () => {
    const small = layOutLabel(label({ width: 35, height: 35, resolution: 203 }), faces);
    expect(small.name.lines).toEqual([]);
    expect(small.fields.ys).toHaveLength(4);
  });

  it('is refused where it is too small', () => {
    expect(() => layOutLabel(label({ width: 25, height: 15 }), faces)).toThrow(/too small/);
  });
});
