import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontkit, { type Font } from '@pdf-lib/fontkit';

/** Words are set in `regular` and `bold`; codes in `mono`, whose characters are all equally wide. */
export const FACES = ['regular', 'bold', 'mono'] as const;
export type Face = (typeof FACES)[number];

const FILES: Record<Face, string> = {
  regular: '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  bold: '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  mono: '@expo-google-fonts/jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf',
};

export interface Typeface {
  /** The file, to be embedded. */
  bytes: Buffer;
  font: Font;
}

export type Typefaces = Record<Face, Typeface>;

let loaded: Typefaces | undefined;

/** The typefaces of labels, read once; they lie in their packages, beside source and bundle alike. */
export function typefaces(): Typefaces {
  const { resolve } = createRequire(import.meta.url);
  const load = (face: Face): Typeface => {
    const bytes = readFileSync(resolve(FILES[face]));
    return { bytes, font: fontkit.create(bytes) };
  };
  loaded ??= { regular: load('regular'), bold: load('bold'), mono: load('mono') };
  return loaded;
}
