import type { Schema } from './document.ts';

/** What values a schema takes, in a few words that its own words or fields may follow: `text, 1 to 40 characters`. */
export function describeType(schema: Schema): string {
  return [kindOf(schema), ...boundsOf(schema), ...(schema.items ? ['each'] : [])].join(', ');
}

function kindOf({ type, format, items, prefixItems, anyOf, enum: words }: Schema): string {
  if (anyOf || words) return 'one of';
  if (prefixItems) return `list of ${prefixItems.length}`;
  if (items) return 'list';
  if (type === 'string') return format === 'date-time' ? 'instant' : 'text';
  if (type === 'boolean') return 'true or false';
  if (type === 'integer') return 'whole number';
  return type ?? 'anything';
}

function boundsOf(schema: Schema): string[] {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, pattern } = schema;
  return [
    between(minLength, maxLength, 'characters'),
    between(minimum, maximum),
    schema.prefixItems ? undefined : between(minItems, maxItems),
    pattern === undefined ? undefined : `pattern ${pattern}`,
  ].filter((bound) => bound !== undefined);
}

function between(min: number | undefined, max: number | undefined, of?: string): string | undefined {
  const range =
    min !== undefined && max !== undefined
      ? `${min} to ${max}`
      : min !== undefined
        ? `at least ${min}`
        : max !== undefined
          ? `at most ${max}`
          : undefined;
  return range && (of ? `${range} ${of}` : range);
}
