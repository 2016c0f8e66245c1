import type { Facts } from '../facts.ts';

/** "Do not use" in the words of the state; where it may be a medicine, never alone (R9). */
export const advise = ({ speaker, medicine }: Facts, words: string): string[] =>
  medicine ? [words, speaker.say('advice.medicine')] : [words];

/** Hold on and ask the maker; for a medicine a pharmacist first, in the words of screen D. */
export const holdOn = (facts: Facts): string[] => {
  const { speaker, pack, category } = facts;
  if (category === 'medicine') return [speaker.say('advice.medicine')];
  return advise(facts, speaker.say('advice.hold', { pack }));
};

/** Stands under every red and amber of medicine, food and milk. */
export const healthLine = ({ speaker, health, emergency, pack }: Facts): string | undefined =>
  health ? speaker.say('advice.health', { emergency, pack }) : undefined;

/** Where nothing says "do not use" but a medicine is in the hand. */
export const pharmacistFirst = ({ speaker, medicine }: Facts): string[] =>
  medicine ? [speaker.say('advice.medicine')] : [];
