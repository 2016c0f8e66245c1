import { copies } from './copy/index.ts';
import { lotsUnderWarning } from './copy/lots.ts';
import type { Facts } from './facts.ts';
import { mainReason, needsTwoReadings, type State } from './state.ts';

/**
 * Never told behind a graver reason: that the code is registered as well would read as comfort, and a maker who is not
 * verified must not be named as the owner of a barcode.
 */
const COMFORTS = new Set<State>([
  'no-unit-code',
  'unit-code-required',
  'code-registered',
  'batch-registered',
  'barcode-registered',
]);

const TAKES_HEADLINE = new Set<State>(['authority-warning', 'recalled', 'expired']);

/** A recall, warning or expiry never changes the verdict: it moves to the second line. */
export function verdictLine(state: State, facts: Facts): string | undefined {
  if (!TAKES_HEADLINE.has(state)) return undefined;
  const reason = mainReason(facts.answer.reasons);
  return copies[facts.count === 'first' && needsTwoReadings(reason) ? 'read-again' : reason](facts).headline;
}

/** Later reasons and the flags that no other part of the screen tells, each in a line. */
export function alsoKnow(state: State, facts: Facts): string[] {
  return [...laterReasons(state, facts), ...flagLines(state, facts)];
}

function laterReasons(state: State, facts: Facts): string[] {
  const { reasons } = facts.answer;
  const told = TAKES_HEADLINE.has(state) ? mainReason(reasons) : state;
  return reasons
    .filter((reason) => reason !== told && !COMFORTS.has(reason))
    .filter((reason) => facts.count === 'second' || !needsTwoReadings(reason))
    .map((reason) => copies[reason](facts).headline);
}

function flagLines(state: State, facts: Facts): string[] {
  const { answer, speaker, pack, Pack } = facts;
  return answer.flags.flatMap((flag): string[] => {
    switch (flag) {
      case 'authority-warning':
      case 'recalled':
      case 'expired':
        return flag === state ? [] : [copies[flag](facts).headline];
      case 'other-market': {
        const market = answer.product?.markets?.join(', ');
        return [market ? speaker.say('flag.market', { market }) : speaker.say('flag.marketElsewhere')];
      }
      case 'seen-before':
        return seenBefore(state, facts);
      case 'bought-before':
        return [speaker.say('flag.bought', { pack })];
      case 'opened-before':
        return [speaker.say('flag.opened', { pack })];
      case 'inner-code-available':
        return [speaker.say('flag.innerAvailable', { Pack })];
      case 'inner-code-wrong':
        return [speaker.say('flag.innerWrong')];
      case 'lot-alerts':
        return copies[state](facts).lots ? [] : [lotsUnderWarning(facts).text];
    }
  });
}

/** Nothing on a first check: the first buyer of a fake would read it as comfort. */
function seenBefore(state: State, { answer: { history }, speaker }: Facts): string[] {
  if (!history || history.checks < 2 || state === 'copy-suspected') return [];
  return [
    speaker.say('registered.seen', { n: speaker.number(history.checks), date: speaker.day(history.first) }),
  ];
}
