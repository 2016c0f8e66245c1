export { drawLabels, type Media } from './draw-labels.ts';
export type { LabelFile } from './draw-file.ts';
export { drawLabelSvgs } from './label-svg.ts';
export type { LabelOrder } from './prepare-labels.ts';
export { RESOLUTIONS } from './resolution.ts';
export { SYMBOL_KINDS } from './symbol.ts';
export { SHEETS } from './templates.ts';
