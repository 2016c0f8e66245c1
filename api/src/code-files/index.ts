export { findCodes, type IssuedCodes } from './find-codes.ts';
export { type CodeFrame, formatCode } from './format-code.ts';
export { frameRun } from './frame-run.ts';
export { type CodeFileOrder, openCodeFile, prepareCodeFile } from './open-code-file.ts';
