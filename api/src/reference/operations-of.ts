import type { ApiDocument, Operation } from './document.ts';

/** An operation with its address, and a name for links to it. */
export interface NamedOperation extends Operation {
  method: string;
  path: string;
  id: string;
}

/** Operations under one heading. */
export interface Group {
  name: string;
  description?: string;
  operations: readonly NamedOperation[];
}

/** Operations by the first of their tags, in the order of the document's tags. */
export function operationsOf({ paths = {}, tags = [] }: ApiDocument): Group[] {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method,
      path,
      id: idOf(method, path),
    })),
  );
  const groups = tags.map((tag) => ({
    ...tag,
    operations: operations.filter((each) => each.tags?.[0] === tag.name),
  }));
  return groups.filter((group) => group.operations.length > 0);
}

function idOf(method: string, path: string): string {
  return `${method}${path.replace(/[^\w]+/g, '-')}`.replace(/-$/, '');
}
