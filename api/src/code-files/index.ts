export { CODE_FORMS } from './format-code.ts';
export { type CodeFileOrder, openCodeFile } from './open-code-file.ts';
export { FILE_LAYOUTS } from './write-codes.ts';
