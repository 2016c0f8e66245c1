import { toSVG } from 'bwip-js/node';
import type { Sample } from '@assay/contract';
import { symbolOf } from './symbol-of.ts';

/** The code of a sample as SVG, to be scanned from a screen; a typed sample is drawn as text. */
export function drawCode(sample: Pick<Sample, 'text' | 'format'>): string {
  const symbol = symbolOf(sample);
  return symbol ? toSVG(symbol) : drawText(sample.text);
}

function drawText(text: string): string {
  const safe = text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  const width = 40 + text.length * 16;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 80"><rect width="${width}" height="80" fill="#fff"/>` +
    `<text x="20" y="50" font-family="monospace" font-size="26" fill="#14202B">${safe}</text></svg>`
  );
}
