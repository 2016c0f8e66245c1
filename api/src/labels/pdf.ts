import { deflateSync } from 'node:zlib';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, PDFName, PDFRawStream, PrintScaling } from 'pdf-lib';
import { PLAIN } from './fit-text.ts';
import { GREY, type Mark, POINT } from './marks.ts';
import { type Face, FACES, type Typefaces } from './typefaces.ts';

/** A PDF under way. */
export interface Pdf {
  /** Adds a page of so many millimetres. */
  addPage(size: { width: number; height: number }, marks: readonly Mark[]): void;
  pages(): number;
  save(): Promise<Uint8Array>;
}

type Fonts = Record<Face, PDFFont>;

/** Six capitals before the name of a font say that not all of it is inside (ISO 32000, 9.9.2). */
const SUBSET = 'ASSAYL';

/**
 * Begins a document in Vietnamese that asks printers not to scale it, with the used part of its typefaces inside. A page
 * is compressed as soon as it is drawn, so that thousands of symbols take little memory.
 */
export async function beginPdf(about: { title: string; made: Date }, faces: Typefaces): Promise<Pdf> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  describe(document, about);
  const embed = (face: Face) =>
    document.embedFont(faces[face].bytes, {
      subset: true,
      features: PLAIN,
      customName: `${SUBSET}+${faces[face].font.postscriptName}`,
    });
  const fonts: Fonts = {
    regular: await embed('regular'),
    bold: await embed('bold'),
    mono: await embed('mono'),
  };
  return {
    addPage({ width, height }, marks) {
      const page = document.addPage([width / POINT, height / POINT]);
      for (const face of FACES) page.node.setFontDictionary(PDFName.of(face), fonts[face].ref);
      const content = deflateSync(marks.map((mark) => operators(mark, height, fonts)).join('\n'));
      const entries = document.context.obj({ Filter: 'FlateDecode', Length: content.length });
      page.node.set(PDFName.Contents, document.context.register(PDFRawStream.of(entries, content)));
    },
    pages: () => document.getPageCount(),
    save: () => document.save({ addDefaultPage: false }),
  };
}

function describe(document: PDFDocument, { title, made }: { title: string; made: Date }): void {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage('vi');
  document.setProducer('Assay');
  document.setCreator('Assay');
  document.setCreationDate(made);
  document.setModificationDate(made);
  document.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None);
}

/** A mark in the operators of ISO 32000: points from the lower edge. */
function operators(mark: Mark, height: number, fonts: Fonts): string {
  const at = (x: number, y: number) => `${points(x)} ${points(height - y)}`;
  switch (mark.kind) {
    case 'symbol': {
      const module = points(mark.module);
      const dark = mark.modules.runs.map(([x, y, length]) => `${x} ${y} ${length} 1 re`).join('\n');
      return `q ${module} 0 0 -${module} ${at(mark.x, mark.y)} cm\n${dark}\nf Q`;
    }
    case 'text': {
      const text = fonts[mark.face].encodeText(mark.text).toString();
      return `${mark.grey ? GREY : 0} g BT /${mark.face} ${points(mark.size)} Tf ${at(mark.x, mark.y)} Td ${text} Tj ET 0 g`;
    }
    case 'line':
      return `${mark.grey ? GREY : 0} G ${points(mark.width)} w ${at(...mark.from)} m ${at(...mark.to)} l S`;
  }
}

const points = (millimetres: number) => String(Number((millimetres / POINT).toFixed(5)));
