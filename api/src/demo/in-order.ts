/** Does one thing after the other, by name. */
export async function inOrder<Name extends string, Item, Result>(
  items: Record<Name, Item>,
  run: (item: Item, name: Name) => Promise<Result>,
): Promise<Record<Name, Result>> {
  const results: [Name, Result][] = [];
  for (const name of Object.keys(items) as Name[]) results.push([name, await run(items[name], name)]);
  return Object.fromEntries(results) as Record<Name, Result>;
}
