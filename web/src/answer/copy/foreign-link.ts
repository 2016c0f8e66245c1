import type { Answer } from '@assay/contract';
import { vietNam } from '@assay/country';
import type { Action } from '../action.ts';
import { actions } from '../actions.ts';
import type { Facts } from '../facts.ts';
import type { Copy } from './copy.ts';

/** A link whose host is not ours (R11): it is shown, never followed, and opening it is a second tap. */
export function foreignLink(facts: Facts): Copy {
  const { speaker, maker, answer } = facts;
  const host = answer.identity.host ?? '';
  const scheme = vietNam.knownSchemes.find(({ id }) => id === answer.identity.scheme);
  const buttons = [actions.scanAgain(facts), ...opening(answer, host, facts), actions.tip(facts)];
  if (answer.identity.makersOwn) {
    return {
      headline: speaker.say('link.maker', { maker, host }),
      lead: [speaker.say('link.lead')],
      actions: buttons,
    };
  }
  if (scheme) {
    return {
      headline: speaker.say('link.scheme', { scheme: speaker.pick(scheme.name), host }),
      lead: [speaker.say('link.lead')],
      actions: buttons,
    };
  }
  return {
    headline: speaker.say('link.other', { host }),
    lead: [speaker.say('link.otherLead'), speaker.say('link.lead')],
    actions: buttons,
  };
}

/** Only http and https: anything else in a code is not offered. */
function opening({ identity }: Answer, host: string, { speaker }: Facts): Action[] {
  if (!identity.url || !/^https?:\/\//i.test(identity.url)) return [];
  return [{ do: 'leave', text: speaker.say('link.open', { host }), href: identity.url }];
}
