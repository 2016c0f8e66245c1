import type { Answer } from '@assay/contract';
import type { Speaker } from '../i18n/index.ts';
import { healthLine } from './copy/advice.ts';
import type { Copy } from './copy/copy.ts';
import { copies } from './copy/index.ts';
import { factsOf } from './facts.ts';
import { alsoKnow, verdictLine } from './second-lines.ts';
import { stateOf, type ReadingCount, type State } from './state.ts';
import { looks, type Look } from './tones.ts';

/** Everything the answer page says, in one language. */
export interface Screen extends Copy, Omit<Look, 'kicker'> {
  state: State;
  kicker: string;
  /** The verdict, where a warning, a recall or an expiry took the headline. */
  verdict: string | undefined;
  health: string | undefined;
  /** Later reasons and flags. */
  alsoKnow: readonly string[];
  /** Nothing else is shown before "I understand". */
  blocks: boolean;
  pack: string;
  /** The headline holds the product's name already. */
  namesProduct: boolean;
}

/** From an answer to its screen: which headline (R8), in which tone, with which words. */
export function screenOf(answer: Answer, count: ReadingCount, speaker: Speaker): Screen {
  const state = stateOf(answer, count);
  const facts = factsOf(answer, count, speaker);
  const { tone, sign, kicker } = looks[state];
  return {
    ...copies[state](facts),
    state,
    tone,
    sign,
    kicker: speaker.say(kicker),
    verdict: verdictLine(state, facts),
    health: tone === 'red' || tone === 'amber' ? healthLine(facts) : undefined,
    alsoKnow: alsoKnow(state, facts),
    blocks: BLOCKING.has(state),
    pack: facts.pack,
    namesProduct: NAMES_PRODUCT.has(state),
  };
}

const BLOCKING = new Set<State>(['authority-decision', 'maker-report', 'authority-warning']);

const NAMES_PRODUCT = new Set<State>([
  'no-unit-code',
  'unit-code-required',
  'batch-registered',
  'barcode-registered',
]);
