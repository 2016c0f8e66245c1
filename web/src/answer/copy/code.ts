import type { Key } from '../../i18n/index.ts';
import { actions } from '../actions.ts';
import type { Action } from '../action.ts';
import type { Facts } from '../facts.ts';
import type { Copy } from './copy.ts';

/** Codes of which the maker's file says something that is neither good nor bad. */
export const codesRevoked = (facts: Facts): Copy =>
  plain(facts, 'code.revoked', facts.speaker.say('code.revokedLead', facts), askMaker(facts));

export const codeWithdrawn = (facts: Facts): Copy =>
  plain(facts, 'code.withdrawn', facts.speaker.say('code.withdrawnLead', facts), askMaker(facts));

export const notReleased = (facts: Facts): Copy =>
  plain(facts, 'code.notReleased', facts.speaker.say('code.notReleasedLead'), askMaker(facts));

export const notYetListed = (facts: Facts): Copy =>
  plain(facts, 'code.notYetListed', facts.speaker.say('code.notYetListedLead'), [
    actions.compareLot(facts),
    ...askMaker(facts),
  ]);

export const lotNotRegistered = (facts: Facts): Copy =>
  plain(
    facts,
    'code.lotNotRegistered',
    facts.speaker.say('code.lotNotRegisteredLead', { lot: lotOf(facts) }),
    askMaker(facts),
  );

export const storeInternalCode = (facts: Facts): Copy =>
  plain(facts, 'code.storeInternal', facts.speaker.say('code.storeInternalLead'), [actions.scanAgain(facts)]);

export const notAProductCode = (facts: Facts): Copy =>
  plain(facts, 'code.notProduct', facts.speaker.say('code.notProductLead', facts), [
    actions.scanAgain(facts),
  ]);

type Headline = Extract<Key, `code.${string}`>;

function plain(
  { speaker }: Facts,
  headline: Exclude<Headline, `${string}Lead`>,
  lead: string,
  does: Action[],
): Copy {
  return { headline: speaker.say(headline), lead: [lead], actions: does };
}

const askMaker = (facts: Facts): Action[] => [
  ...actions.callMaker(facts),
  actions.scan(facts),
  actions.tip(facts),
];

const lotOf = ({ answer }: Facts): string =>
  answer.identity.lot ?? answer.compared.find(({ field }) => field === 'lot')?.printed ?? '';
