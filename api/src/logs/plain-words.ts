const WORD = /^[A-Z]?[a-z]{1,20}(?:['-][a-z]{1,20})*[,.:;?]?$/;
const SENTENCE = /^[A-Z]?[a-z]{1,20}(?: [a-z]{1,20})*$/;
/** An apostrophe inside a word is none. */
const QUOTE = /["`“”„«»\n]|(?<![A-Za-z])'|'(?![A-Za-z])/;
const LONGEST = 200;

/**
 * A message without values. Where it begins to quote it ends; whatever is not a plain English word (a number, an
 * address, a code, a name in capitals) becomes `…`.
 */
export function plainWords(message: string): string {
  if (SENTENCE.test(message)) return message.slice(0, LONGEST);
  const quoted = message.search(QUOTE);
  const told = quoted < 0 ? message : `${message.slice(0, quoted)} …`;
  const words = told
    .slice(0, LONGEST)
    .split(/\s+/)
    .map((word) => (WORD.test(word) ? word : '…'));
  return words.filter((word, index) => word !== '…' || words[index - 1] !== '…').join(' ');
}
