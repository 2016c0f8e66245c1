import type { Compared } from '@assay/contract';
import { actions } from '../actions.ts';
import type { Facts } from '../facts.ts';
import { holdOn, pharmacistFirst } from './advice.ts';
import type { Copy } from './copy.ts';

/** Screen D, second reading: the maker is here and never issued this one. */
export function serialNotIssued(facts: Facts): Copy {
  const { speaker, serial } = facts;
  return {
    headline: speaker.say('serial.headline'),
    lead: [speaker.say('serial.lead', { serial })],
    advice: holdOn(facts),
    actions: [...actions.callMaker(facts), actions.tip(facts)],
  };
}

export function lotMismatch(facts: Facts): Copy {
  return mismatch(facts, 'lot');
}

export function expiryMismatch(facts: Facts): Copy {
  return mismatch(facts, 'expiry');
}

/** Screen E: checked in many places. Facts only, no accusation (R4). */
export function copySuspected(facts: Facts): Copy {
  const { speaker, pack, Pack } = facts;
  return {
    headline: copiesHeadline(facts),
    lead: [speaker.say('copies.lead', { pack, Pack })],
    advice: [copiesCompare(facts), ...pharmacistFirst(facts)],
    actions: [actions.compareLot(facts), ...actions.callMaker(facts), actions.tip(facts)],
  };
}

function mismatch(facts: Facts, name: 'lot' | 'expiry'): Copy {
  const { speaker, answer } = facts;
  return {
    headline: speaker.say('mismatch.headline', { field: speaker.say(`field.${name}`) }),
    lead: [
      mismatchLead(
        facts,
        answer.compared.find(({ field }) => field === name),
      ),
    ],
    advice: holdOn(facts),
    actions: [...actions.callMaker(facts), actions.tip(facts)],
  };
}

function mismatchLead({ speaker, pack }: Facts, compared: Compared | undefined): string {
  if (!compared) return speaker.say('mismatch.unstated', { pack });
  const { printed, registered } = compared;
  if (registered === undefined) return speaker.say('mismatch.leadShort', { pack, printed: shown(printed) });
  return speaker.say('mismatch.lead', { pack, printed: shown(printed), registered: shown(registered) });

  function shown(value: string): string {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? speaker.day(value) : value;
  }
}

function copiesHeadline({ speaker, answer: { history } }: Facts): string {
  if (!history || history.checks < 2) return speaker.say('copies.headlineNoCount');
  const n = speaker.number(history.checks);
  return history.places < 2
    ? speaker.say('copies.headlineNoPlaces', { n })
    : speaker.say('copies.headline', { n, m: speaker.number(history.places) });
}

function copiesCompare({ speaker, answer: { batch }, pack }: Facts): string {
  return batch?.expiry
    ? speaker.say('copies.compare', { lot: batch.lot, expiry: speaker.day(batch.expiry), pack })
    : speaker.say('copies.compareShort', { pack });
}
