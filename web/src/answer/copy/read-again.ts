import { actions, typedLetters } from '../actions.ts';
import type { Facts } from '../facts.ts';
import { printedByHand } from '../printed.ts';
import type { Copy } from './copy.ts';

/** First of two readings (R10): no doubt is spoken out yet, only a second look is asked for. */
export function readAgain(facts: Facts): Copy {
  const { speaker, pack, serial, answer } = facts;
  const printed = printedByHand(answer, speaker);
  if (printed) {
    return {
      headline: speaker.say('again.headlineTyped'),
      lead: [speaker.say('again.printed', { printed, pack })],
      actions: [{ ...actions.enterLot(facts), text: speaker.say('action.typeAgain') }],
    };
  }
  if (answer.identity.symbology === 'typed' && serial) {
    return {
      headline: speaker.say('again.headlineTyped'),
      lead: [speaker.say('again.typed', { serial, pack })],
      actions: [{ ...actions.typeAgain(facts), href: typedLetters }, actions.scanAgain(facts)],
    };
  }
  return {
    headline: speaker.say('again.headline'),
    lead: [speaker.say('again.scan', { pack })],
    actions: [actions.scanAgain(facts), actions.typeAgain(facts)],
  };
}
