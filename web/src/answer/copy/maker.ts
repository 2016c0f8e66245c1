import { actions } from '../actions.ts';
import type { Facts } from '../facts.ts';
import { pharmacistFirst } from './advice.ts';
import type { Copy } from './copy.ts';

export function brandNotVerified(facts: Facts): Copy {
  const { speaker, maker } = facts;
  return {
    headline: speaker.say('maker.notVerified', { name: maker }),
    lead: [speaker.say('maker.notVerifiedLead')],
    actions: [actions.scan(facts), actions.tip(facts)],
  };
}

export function brandSuspended(facts: Facts): Copy {
  const { speaker, maker, pack, answer } = facts;
  const { suspendedOn, suspendedFor } = answer.registrant ?? {};
  return {
    headline:
      suspendedOn && suspendedFor
        ? speaker.say('maker.suspended', {
            maker,
            date: speaker.day(suspendedOn),
            reason: speaker.pick(suspendedFor),
          })
        : speaker.say('maker.suspendedShort', { maker }),
    lead: [speaker.say('maker.suspendedLead', { pack })],
    advice: pharmacistFirst(facts),
    actions: [actions.tip(facts), actions.scan(facts)],
  };
}
