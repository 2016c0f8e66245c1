import { type Mark, POINT } from './marks.ts';

const LINE = { width: 0.35, ends: 3, tens: 1.2 };
const FIGURE = { size: 7 * POINT, below: 3.4 };

/** A line to be measured, of so many millimetres, with a tick every ten. Its ends are at the middle of their ticks. */
export function drawRuler(x: number, y: number, length: number): Mark[] {
  const ticks = Array.from({ length: length / 10 + 1 }, (_, n): Mark => {
    const half = n === 0 || n === length / 10 ? LINE.ends : LINE.tens;
    const at = x + n * 10;
    return { kind: 'line', from: [at, y - half], to: [at, y + half], width: LINE.width };
  });
  return [
    { kind: 'line', from: [x, y], to: [x + length, y], width: LINE.width },
    ...ticks,
    figure('0', x, y),
    figure(String(length), x + length, y),
  ];
}

function figure(text: string, x: number, y: number): Mark {
  const width = text.length * 0.6 * FIGURE.size;
  return {
    kind: 'text',
    x: x - width / 2,
    y: y + LINE.ends + FIGURE.below,
    size: FIGURE.size,
    face: 'mono',
    text,
  };
}
