import bwipjs from 'bwip-js/node';

/** Encodes without drawing. The named export `raw` is another thing, a symbology. */
// oxlint-disable-next-line import/no-named-as-default-member
const { raw: encode } = bwipjs;

/** What bwip-js says of a message: undefined when it accepts it, else the name of its error. */
export type Verdict = string | undefined;

/** Bracketed text, judged by the encoder of GS1-128, the cheapest that validates. */
export const judgeElementString = (bracketed: string, complete: boolean): Verdict =>
  judge('gs1-128', bracketed, complete ? 'lintreqs' : '');

/** A Digital Link, judged by the encoder of DataMatrix in a size that nothing fits, which saves the drawing. */
export function judgeDigitalLink(url: string): Verdict {
  const verdict = judge('gs1dldatamatrix', url, 'version=10x10');
  return verdict === 'datamatrixNoValidSymbol' ? undefined : verdict;
}

function judge(symbology: string, text: string, options = ''): Verdict {
  try {
    encode(symbology, text, options);
    return undefined;
  } catch (error) {
    return /^bwipp\.(\w+)/.exec(error instanceof Error ? error.message : String(error))?.[1] ?? String(error);
  }
}
