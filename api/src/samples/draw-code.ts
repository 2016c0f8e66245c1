import bwipjs from 'bwip-js/node';
import type { Sample } from '@assay/contract';

const GS = '\u001d';
const SYMBOLS = {
  ean_13: 'ean13',
  ean_8: 'ean8',
  upc_a: 'upca',
  upc_e: 'upce',
  itf: 'itf14',
  code_128: 'gs1-128',
  qr_code: 'qrcode',
  data_matrix: 'datamatrix',
} as const;

/** The code of a sample as SVG, to be scanned from a screen; a typed sample has no picture and is drawn as text. */
export function drawCode({ text, format }: Sample): string {
  if (format === 'typed') return drawText(text);
  const gs1 = text.includes(GS) || /^01\d{14}/.test(text);
  const symbol = format === 'data_matrix' && gs1 ? 'datamatrix' : SYMBOLS[format];
  const isLinear = format !== 'qr_code' && format !== 'data_matrix';
  return bwipjs.toSVG({
    bcid: symbol,
    text: gs1 && !isLinear ? `^FNC1${text.replaceAll(GS, '^FNC1')}` : text,
    parsefnc: gs1 && !isLinear,
    scale: isLinear ? 3 : 6,
    includetext: isLinear,
    padding: 10,
    backgroundcolor: 'FFFFFF',
  });
}

function drawText(text: string): string {
  const safe = text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  const width = 40 + text.length * 16;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 80"><rect width="${width}" height="80" fill="#fff"/>` +
    `<text x="20" y="50" font-family="monospace" font-size="26" fill="#14202B">${safe}</text></svg>`
  );
}
