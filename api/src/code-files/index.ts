export { findCodes, type IssuedCodes } from './find-codes.ts';
export { CODE_FORMS, type CodeFrame, formatCode } from './format-code.ts';
export { frameRun } from './frame-run.ts';
export { type CodeFileOrder, openCodeFile } from './open-code-file.ts';
export { FILE_LAYOUTS } from './write-codes.ts';
