export { drawLabels, findPaper, type Media } from './draw-labels.ts';
export type { LabelFile } from './draw-file.ts';
export { drawLabelSvgs } from './label-svg.ts';
export { type LabelOrder, layOutLabels } from './prepare-labels.ts';
export { SHEETS } from './templates.ts';
