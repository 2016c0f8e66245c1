import type { Warning } from '@assay/contract';
import type { Speaker } from '../../i18n/index.ts';
import { actions } from '../actions.ts';
import type { Facts } from '../facts.ts';
import { advise, holdOn } from './advice.ts';
import type { Copy } from './copy.ts';

/** A dated notice without a conclusion yet; blocks like a decision, in amber. */
export function authorityWarning(facts: Facts): Copy {
  const { speaker, answer } = facts;
  const warning = answer.warning;
  return {
    headline: speaker.say('warning.headline', {
      agency: warning ? speaker.pick(warning.by) : speaker.say('kicker.warning'),
      date: warning ? speaker.day(warning.date) : '',
    }),
    lead: warning ? [aboutWhat(warning, speaker)] : [],
    advice: holdOn(facts),
    actions: [actions.understood(facts), actions.reportSeller(facts)],
  };
}

/** A warning may name what no maker registered (R12): its name, its lot, and why. */
function aboutWhat({ name, lot, reason }: Warning, { say, pick }: Speaker): string {
  const about = lot ? say('warning.lot', { lot, reason: pick(reason) }) : pick(reason);
  return name ? say('warning.name', { name, about }) : about;
}

export function recalled(facts: Facts): Copy {
  const { speaker, answer } = facts;
  const recall = answer.recall;
  const lot = recall?.lot ?? answer.batch?.lot ?? answer.identity.lot;
  return {
    headline: lot ? speaker.say('recall.headline', { lot }) : speaker.say('recall.headlineNoLot'),
    lead: recall
      ? [
          speaker.say('recall.who', {
            by: speaker.pick(recall.by),
            date: speaker.day(recall.date),
            reason: speaker.pick(recall.reason),
          }),
        ]
      : [],
    advice: advise(facts, speaker.say('recall.do')),
    actions: [...actions.callMaker(facts), actions.reportSeller(facts), actions.scan(facts)],
  };
}

export function expired(facts: Facts): Copy {
  const { speaker, answer, pack } = facts;
  const day = answer.expiredOn ?? answer.identity.expiry ?? answer.batch?.expiry;
  return {
    headline: day
      ? speaker.say('expired.headline', { date: speaker.day(day) })
      : speaker.say('expired.headlineNoDate'),
    lead: [],
    advice: advise(facts, speaker.say('expired.lead', { pack })),
    actions: [actions.scan(facts), actions.reportSeller(facts)],
  };
}
