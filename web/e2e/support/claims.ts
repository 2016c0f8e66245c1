import { en } from '../../src/i18n/en.ts';
import type { Key, Lang } from '../../src/i18n/index.ts';
import { vi } from '../../src/i18n/vi.ts';

const WORDS: Record<Lang, Record<Key, string>> = { vi, en };

/** The sentences that use a word of R7 only to deny proof. */
const DENIALS: readonly Key[] = [
  'registered.limits',
  'notRegistered.lead',
  'maker.notVerifiedLead',
  'copies.lead',
  'decision.copied',
];

/** The words of R7 that a text holds outside of the sentences that deny proof. */
export function claimsIn(text: string, lang: Lang): string[] {
  const left = DENIALS.reduce((rest, key) => rest.replace(sentence(WORDS[lang][key]), ''), text);
  return left.match(/hàng thật|chính hãng|an toàn|\bgenuine|\bsafe/gi) ?? [];
}

/** A sentence as it stands on a screen, whatever is filled in. */
function sentence(words: string): RegExp {
  const parts = words.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('[^.]{1,20}'), 'g');
}
