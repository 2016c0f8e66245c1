import type { NamedOperation } from './operations-of.ts';

/** A command that asks the operation, where it can be asked without knowing anything before. */
export function exampleOf(
  { method, path, parameters, requestBody }: NamedOperation,
  origin: string,
): string | undefined {
  const body = requestBody?.content?.['application/json']?.example;
  if (body !== undefined) {
    return `curl ${origin}${path} \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify(body)}'`;
  }
  return method === 'get' && !parameters?.length ? `curl ${origin}${path}` : undefined;
}
