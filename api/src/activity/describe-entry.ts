import { Value } from 'typebox/value';
import { Activity } from '@assay/contract';

interface Body extends Record<string, unknown> {
  kind: string;
  at: string;
  actor: { kind: Activity['by']['kind']; name: string };
}

/**
 * What an audit entry tells an organisation: who, when, what, and of its subject the fields that the contract names.
 * Addresses of webhooks and whatever else an entry holds stay in it; who runs the service is not named.
 *
 * @param body JSON in UTF-8
 */
export function describeEntry(id: string, body: Buffer): Activity {
  const { kind, at, actor, ...subject } = JSON.parse(body.toString('utf8')) as Body;
  const isOwn = actor.kind === 'member' || actor.kind === 'key';
  return {
    id,
    at,
    kind,
    by: { kind: actor.kind, ...(isOwn ? { name: actor.name } : {}) },
    about: aboutOf({ ...subject, ...namedApart(kind, subject) }),
  };
}

/** What some entries hold under another name, or one level down. */
function namedApart(kind: string, { id, ranges }: Record<string, unknown>): Record<string, unknown> {
  if (kind === 'product-added') return { productId: id };
  const [range, ...others] = Array.isArray(ranges) ? (ranges as object[]) : [];
  return others.length === 0 ? { ...range } : {};
}

const FIELDS = Activity.properties.about.properties;

/** The fields that the contract has, where the entry holds them in the contract's form. */
function aboutOf(subject: Record<string, unknown>): Activity['about'] {
  const known = Object.entries(FIELDS).filter(([name, schema]) => Value.Check(schema, subject[name]));
  return Object.fromEntries(
    known.flatMap(([name]) => (subject[name] === undefined ? [] : [[name, subject[name]]])),
  );
}
