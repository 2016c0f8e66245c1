import type { Font, Glyph } from '@pdf-lib/fontkit';
import { PLAIN } from './fit-text.ts';
import { GREY, type Mark } from './marks.ts';
import type { Typefaces } from './typefaces.ts';

/** What a glyph has beside what its package declares. */
type Outline = Glyph & { advanceWidth: number; path: { toSVG(): string } };

/**
 * A drawing of so many millimetres as SVG. Text is drawn as outlines, so that it looks the same wherever the file goes,
 * and stands in the title for whoever cannot see it.
 */
export function toSvg(
  { width, height }: { width: number; height: number },
  marks: readonly Mark[],
  faces: Typefaces,
): string {
  const title = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text.trim()] : [])).join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" role="img" lang="vi">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...marks.map((mark) => element(mark, faces)),
    '</svg>\n',
  ].join('\n');
}

function element(mark: Mark, faces: Typefaces): string {
  switch (mark.kind) {
    case 'symbol': {
      const dark = mark.modules.runs.map(([x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('');
      return `<path transform="translate(${short(mark.x)} ${short(mark.y)}) scale(${short(mark.module)})" d="${dark}"/>`;
    }
    case 'text': {
      const { font } = faces[mark.face];
      const scale = mark.size / font.unitsPerEm;
      const move = `translate(${short(mark.x)} ${short(mark.y)}) scale(${scale.toFixed(8)} ${(-scale).toFixed(8)})`;
      return `<g transform="${move}"${inkOf(mark, 'fill')}>${outlines(mark.text, font)}</g>`;
    }
    case 'line': {
      const [[x, y], [toX, toY]] = [mark.from, mark.to];
      return `<path d="M${short(x)} ${short(y)}L${short(toX)} ${short(toY)}" stroke-width="${short(mark.width)}"${inkOf(mark, 'stroke')}/>`;
    }
  }
}

function outlines(text: string, font: Font): string {
  let x = 0;
  const paths: string[] = [];
  for (const { advanceWidth, path } of font.layout(text, PLAIN).glyphs as Outline[]) {
    const drawn = path.toSVG();
    if (drawn) paths.push(`<path transform="translate(${x})" d="${drawn}"/>`);
    x += advanceWidth;
  }
  return paths.join('');
}

function inkOf({ grey }: { grey?: boolean }, what: 'fill' | 'stroke'): string {
  const level = Math.round(GREY * 255);
  return ` ${what}="${grey ? `rgb(${level},${level},${level})` : '#000'}"`;
}

const short = (millimetres: number) => String(Number(millimetres.toFixed(5)));
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
