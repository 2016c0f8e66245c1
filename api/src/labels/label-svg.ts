import { setImmediate } from 'node:timers/promises';
import type { Actor, Ctx } from '../context.ts';
import { type LabelOrder, prepareLabels } from './prepare-labels.ts';
import { toSvg } from './svg.ts';
import type { SingleLabel } from './templates.ts';

/** One label as a drawing; its number is the index of its code. */
export interface LabelSvg {
  name: string;
  number: number;
  svg: string;
}

/**
 * Draws labels of an issued range as SVG, one by one as they are taken.
 *
 * @throws Refused as `prepareLabels`
 */
export async function drawLabelSvgs(
  ctx: Ctx,
  actor: Actor,
  order: LabelOrder & { label: SingleLabel },
): Promise<AsyncIterable<LabelSvg>> {
  const { codes, gtin, runs, faces } = await prepareLabels(ctx, actor, order, order.label);

  async function* labels(): AsyncGenerator<LabelSvg, void, undefined> {
    for (const run of runs) {
      let number = run.first;
      for await (const serials of codes.serialsOf(run))
        for (const serial of serials) {
          const svg = toSvg(order.label, run.pen.draw(serial), faces);
          yield { name: `${gtin}-${order.epoch}-${number}.svg`, number, svg };
          number += 1;
          await setImmediate();
        }
    }
  }
  return labels();
}
