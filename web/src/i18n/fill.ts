/** Puts values into the `{…}` of a sentence. A name it does not know stays as it is, so that a test sees it. */
export function fill(sentence: string, values: Record<string, string> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole).replace(/\.{2}$/, '.');
}
