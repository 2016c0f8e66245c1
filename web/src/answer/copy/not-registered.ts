import { actions } from '../actions.ts';
import type { Facts } from '../facts.ts';
import type { Copy } from './copy.ts';

/** Screen C: nobody registered this barcode. */
export function notRegistered(facts: Facts): Copy {
  const { speaker } = facts;
  return {
    headline: speaker.say('notRegistered.headline'),
    lead: [speaker.say('notRegistered.lead')],
    actions: [actions.lookUp(facts), actions.scan(facts), actions.tip(facts)],
  };
}
