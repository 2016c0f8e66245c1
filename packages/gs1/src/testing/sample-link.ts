import { assignedAis, ruleOf } from '../dictionary.ts';
import type { Element } from '../identity.ts';
import type { Random } from './random.ts';
import { withRequired } from './sample-message.ts';
import { sampleValue } from './sample-value.ts';

const KEYS = assignedAis().filter((ai) => ruleOf(ai)?.qualifiers);
const ATTRIBUTES = assignedAis().filter((ai) => ruleOf(ai)?.attribute && !ruleOf(ai)?.qualifiers);

/** A Digital Link, right or spoilt. */
export function sampleLink(random: Random): string {
  const key = random.chance(0.6) ? '01' : random.pick(KEYS);
  const order = random.pick(ruleOf(key)?.qualifiers ?? [[]]).filter((ai) => ai && random.chance(0.5));
  const qualifiers = random.chance(0.08) ? order.toReversed() : order;
  const attributes = sampleAttributes([key, ...qualifiers], random);
  const elements = [key, ...qualifiers, ...attributes].map((ai) => ({ ai, value: sampleValue(ai, random) }));
  if (random.chance(0.2)) spoil(elements, random);
  shortenGtin(elements[0]!, random);
  const inPath = elements.slice(0, 1 + qualifiers.length);
  const path = inPath.map(({ ai, value }) => `/${ai}/${escape(value, random, false)}`).join('');
  return stem(random) + path + query(elements.slice(inPath.length), random);
}

function sampleAttributes(path: string[], random: Random): string[] {
  if (random.chance(0.4)) return [];
  const wanted = withRequired([...path, random.pick(ATTRIBUTES)], random).slice(path.length);
  return random.chance(0.05) ? [...wanted, random.pick(['999', '05', '10', '21', '4444'])] : wanted;
}

function spoil(elements: Element[], random: Random): void {
  const element = random.pick(elements);
  const at = random.below(element.value.length);
  element.value =
    element.value.slice(0, at) + random.text('0123456789#aZ ', random.below(3)) + element.value.slice(at + 1);
}

function shortenGtin(element: Element, random: Random): void {
  if (element.ai === '01' && random.chance(0.5)) element.value = element.value.replace(/^0{1,2}/, '');
}

const stem = (random: Random) =>
  random.pick([
    'https://id.example.vn',
    'http://example.com:8080',
    'HTTPS://EXAMPLE.COM',
    'https://[2001:db8::1]',
  ]) + random.pick(['', '', '/some/path', '/a', '/00/faux', '/01/09521234543213']);

function query(attributes: Element[], random: Random): string {
  const parameters = attributes.map(({ ai, value }) => `${ai}=${escape(value, random, true)}`);
  if (random.chance(0.3)) parameters.push(random.pick(['linkType=gs1:pip', 'flag', 'a1=2', 'exp=']));
  if (random.chance(0.1)) parameters.unshift('');
  const fragment = random.chance(0.1) ? '#/21/X' : '';
  return (parameters.length > 0 ? `?${parameters.join('&')}` : '') + fragment;
}

/** Percent-encoding as thorough as it must be, and sometimes more so. */
function escape(value: string, random: Random, inQuery: boolean): string {
  const must = inQuery ? /[%#&+= "<>|]/ : /[%/?#"<> |]/;
  return value.replaceAll(/[^\w.-]/g, (character) =>
    must.test(character) || random.chance(0.5) ? percent(character, random) : character,
  );
}

function percent(character: string, random: Random): string {
  const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
  return `%${random.chance(0.5) ? hex : hex.toUpperCase()}`;
}
