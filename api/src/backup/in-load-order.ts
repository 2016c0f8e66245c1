interface Referring {
  name: string;
  refersTo: readonly string[];
}

/**
 * The tables, each behind those whose rows its own rows name.
 *
 * @throws Error when tables name each other in a circle
 */
export function inLoadOrder<Table extends Referring>(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const missing = new Set(waiting.map(({ name }) => name));
    const isReady = ({ name, refersTo }: Table) =>
      refersTo.every((other) => other === name || !missing.has(other));
    const ready = waiting.filter(isReady);
    if (ready.length === 0) throw new Error(`tables name each other: ${[...missing].join(', ')}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}
