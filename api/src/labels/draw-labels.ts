import type { Actor, Ctx } from '../context.ts';
import { Refused } from '../refused.ts';
import { drawFile, type LabelFile, type Paper } from './draw-file.ts';
import { labelsOn } from './draw-sheet.ts';
import { type LabelOrder, prepareLabels } from './prepare-labels.ts';
import { splitOrder } from './split-order.ts';
import { drawnPart, SHEETS, type SingleLabel } from './templates.ts';

/** What labels are printed on. */
export type Media =
  /** Sheets, by the id of their template; `startAt`: the first place of the first sheet that is not empty, from 1. */
  { sheet: string; startAt?: number } | { single: SingleLabel };

/** Labels as PDF: several files where there are many, each drawn when it is asked for. */
export interface LabelFiles {
  labels: number;
  files: AsyncIterable<LabelFile>;
}

/** What a file takes of a worker's memory, and of somebody's evening when a sheet jams, has an end. */
const LABELS_IN_FILE = 5_000;

/**
 * Draws the labels of an issued range. Whether they were drawn before, and what a later time asks for, is up to the
 * caller.
 *
 * @throws Refused `invalid` for a sheet that nobody knows; else as `prepareLabels`
 */
export async function drawLabels(
  ctx: Ctx,
  actor: Actor,
  order: LabelOrder & { media: Media },
): Promise<LabelFiles> {
  const paper = findPaper(order.media);
  const prepared = await prepareLabels(ctx, actor, order, paper.label);
  const onSheet = paper.sheet ? labelsOn(paper.sheet) : 1;

  async function* files(): AsyncGenerator<LabelFile, void, undefined> {
    for (const part of splitOrder(order, LABELS_IN_FILE, onSheet, skippedBy(order.media)))
      yield await drawFile(prepared, order, paper, part, ctx.now());
  }
  return { labels: order.last - order.first + 1, files: files() };
}

/** @throws Refused `invalid` for a sheet that nobody knows, or a place that it does not have */
export function findPaper(media: Media): Paper {
  if ('single' in media) return { label: media.single };
  const sheet = SHEETS.find(({ id }) => id === media.sheet);
  if (!sheet) {
    const known = SHEETS.map(({ id }) => id).join(', ');
    throw new Refused('invalid', `there is no sheet ${media.sheet}`, `Take one of ${known}.`);
  }
  const places = labelsOn(sheet);
  const skipped = skippedBy(media);
  if (!Number.isInteger(skipped) || skipped < 0 || skipped >= places)
    throw new Refused('invalid', `a sheet has no place ${skipped + 1}`, `Start at 1 to ${places}.`);
  return { label: drawnPart(sheet), sheet };
}

const skippedBy = (media: Media) => ('sheet' in media ? (media.startAt ?? 1) - 1 : 0);
