/** A JSON value that is an object. */
type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/**
 * An OpenAPI document in which each of the named schemas stands once, under `components`, and is referred to elsewhere.
 * Tuples are spelt as OpenAPI 3.1 wants them (JSON Schema 2020-12), not as the validator does (draft 7).
 */
export function nameSchemas<Document extends object>(document: Document, named: Record<string, object>) {
  const names = new Map(Object.entries(named).map(([name, schema]) => [textOf(schema), name]));

  function referTo(value: unknown): unknown {
    if (!isNode(value)) return value;
    const name = names.get(textOf(value));
    return name === undefined ? inside(value) : { $ref: `#/components/schemas/${name}` };
  }

  function inside(value: Node): unknown {
    if (Array.isArray(value)) return value.map(referTo);
    return Object.fromEntries(Object.entries(spellTuple(value)).map(([key, each]) => [key, referTo(each)]));
  }

  const schemas = Object.entries(named).map(([name, schema]) => [
    name,
    inside(JSON.parse(JSON.stringify(schema)) as Node),
  ]);
  return { ...(inside(document as Node) as Document), components: { schemas: Object.fromEntries(schemas) } };
}

/** Examples stand beside the schema of a body, not in it. */
function textOf(schema: object): string {
  return JSON.stringify(schema, (key, value: unknown) => (key === 'examples' ? undefined : value));
}

function spellTuple({ items, additionalItems, ...rest }: Node): Node {
  if (Array.isArray(items)) return { ...rest, prefixItems: items, items: additionalItems ?? true };
  return { ...rest, ...(items === undefined ? {} : { items }) };
}
