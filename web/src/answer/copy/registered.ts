import { actions } from '../actions.ts';
import type { Facts } from '../facts.ts';
import type { Copy } from './copy.ts';
import { barcodeOnly } from './barcode.ts';

/** Screen A: a unit code that nothing contradicts. */
export function codeRegistered(facts: Facts): Copy {
  const { speaker, maker } = facts;
  const question = fileQuestion(facts);
  return {
    headline: speaker.say('registered.headline', { maker }),
    lead: [],
    ...(question === undefined ? {} : { question }),
    limits: speaker.say('registered.limits'),
    actions: [actions.bought(facts), actions.tip(facts)],
  };
}

/** A lot of a low-risk product that its maker declared barcode only. */
export function batchRegistered(facts: Facts): Copy {
  const { speaker, pack, answer } = facts;
  const lot = answer.batch?.lot ?? answer.identity.lot;
  if (lot === undefined) return barcodeOnly(facts);
  return { ...barcodeOnly(facts), lead: [speaker.say('registered.batch', { lot, pack })] };
}

function fileQuestion({ answer, speaker, pack }: Facts): string | undefined {
  if (!answer.batch) return undefined;
  const { lot, expiry } = answer.batch;
  return expiry
    ? speaker.say('registered.file', { lot, expiry: speaker.day(expiry), pack })
    : speaker.say('registered.fileLot', { lot, pack });
}
