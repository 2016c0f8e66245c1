import { actions } from '../actions.ts';
import type { Facts } from '../facts.ts';
import type { Copy } from './copy.ts';
import { lotsUnderWarning } from './lots.ts';

/** Screen B: a plain barcode of a product without unit codes. No word asks for one (R3). */
export function noUnitCode(facts: Facts): Copy {
  const { speaker } = facts;
  return {
    headline: barcodeHeadline(facts),
    lots: lotsUnderWarning(facts),
    lead: [proofOf(facts)],
    steps: [speaker.say('barcode.step.lot'), ...comparing(facts), invoice(facts)],
    actions: [actions.enterLot(facts), ...actions.callMaker(facts), actions.tip(facts)],
  };
}

/** A plain barcode of a product whose packs carry unit codes. */
export function unitCodeRequired(facts: Facts): Copy {
  const { speaker, pack, Pack, answer } = facts;
  const { whereCode, unitCodesSince } = answer.help;
  const scan = whereCode
    ? speaker.say('unitCode.scanAt', { place: speaker.pick(whereCode.text) })
    : speaker.say('unitCode.scan', { pack });
  const since = unitCodesSince && speaker.say('unitCode.since', { Pack, date: speaker.day(unitCodesSince) });
  return {
    headline: barcodeHeadline(facts),
    lots: lotsUnderWarning(facts),
    lead: [since ? `${scan} ${since}` : scan, speaker.say('barcode.same', { pack })],
    actions: [
      actions.scanUnit(facts),
      actions.enterLot(facts),
      ...actions.callMaker(facts),
      actions.tip(facts),
    ],
  };
}

/** A low-risk product that its maker declared barcode only: headline and second line of screen B, no steps. */
export function barcodeOnly(facts: Facts): Copy {
  const { speaker } = facts;
  return {
    headline: barcodeHeadline(facts),
    lead: [proofOf(facts)],
    limits: speaker.say('limits.general'),
    actions: [actions.scan(facts), actions.tip(facts)],
  };
}

/** What the code proves: as little as a barcode, also where the maker's own serials can be guessed. */
function proofOf({ answer, speaker, pack }: Facts): string {
  if (answer.product?.unitCodes) return speaker.say('barcode.guessable', { pack });
  return `${speaker.say('barcode.same', { pack })} ${speaker.say('barcode.noUnitCodes')}`;
}

export const barcodeHeadline = ({ speaker, product }: Facts): string =>
  speaker.say('barcode.headline', { product });

function comparing({ answer, speaker }: Facts): string[] {
  const pictures = [...(answer.help.compare ?? []), ...(answer.help.knownFakes ?? [])];
  return pictures.length > 0 ? [speaker.say('barcode.step.compare')] : [];
}

function invoice({ answer, speaker }: Facts): string {
  const { price } = answer.help;
  if (!price) return speaker.say('barcode.step.invoice');
  const { text, source, date } = price;
  return speaker.say('barcode.step.price', {
    price: text,
    source: speaker.pick(source),
    date: speaker.day(date),
  });
}
