import type { CheckRequest } from '@assay/contract';
import type { Random } from './random.ts';

/** A request that somebody might send by mistake or to break us, and the statuses that are right for it. */
export interface Fuzzed {
  kind: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: Buffer | string;
  statuses: readonly number[];
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  [],
  {},
  [[]],
  { text: 'x' },
  '\uD800',
  '\u202Eabc',
  'x'.repeat(5_000),
  '1; drop table unit',
  '\'"><script>',
  '0'.repeat(40),
  '%00',
  '{{7*7}}',
];
const ODD_TYPES = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'application/jsonx',
  'image/png',
];

type Body = (
  random: Random,
  valid: CheckRequest,
) => { payload: Buffer | string; statuses: readonly number[] };

/** Bodies of `POST /v1/checks`, by what is wrong with them. */
const CHECK_BODIES: Record<string, Body> = {
  'wrong type of a field': (random, valid) => {
    const field = random.pick([
      'text',
      'format',
      'aim',
      'place',
      'device',
      'attempt',
      'innerCode',
      'printed',
    ]);
    return { payload: JSON.stringify({ ...valid, [field]: random.pick(ODD_VALUES) }), statuses: [200, 400] };
  },
  'number where text belongs': (_, valid) => ({
    payload: JSON.stringify({ ...valid, text: Number.parseInt(valid.text, 10) || 7 }),
    statuses: [400],
  }),
  'missing field': (random, valid) => ({
    payload: JSON.stringify({ ...valid, [random.pick(['text', 'format'])]: undefined }),
    statuses: [400],
  }),
  'unknown field': (random, valid) => ({
    payload: JSON.stringify({ ...valid, [random.text('abcxyz_', 6)]: random.pick(ODD_VALUES) }),
    statuses: [400],
  }),
  'odd print or place': (random, valid) => {
    const odd = () => random.pick(ODD_VALUES);
    const more = random.pick([
      { printed: { lot: odd(), expiry: odd() } },
      { printed: { lot: 'B-03', expiry: random.text('0123456789/-. ', 10) } },
      { place: { area: odd() } },
      { place: { near: [odd(), odd()] } },
      { place: { near: [21, 105], area: '01' } },
    ]);
    return { payload: JSON.stringify({ ...valid, ...more }), statuses: [200, 400] };
  },
  'odd text': (random, valid) => {
    const text = random.text('0123456789()[]\u001D]/:%?=&+.\\ ABCxyzÔ\u00A0😀', 1 + random.below(120));
    return { payload: JSON.stringify({ ...valid, text }), statuses: [200, 400] };
  },
  'key that reaches for a prototype': (random, valid) => {
    const key = random.pick([
      '"__proto__":{"verdict":"authentic"}',
      '"constructor":{"prototype":{"text":"x"}}',
      '"\\u005f_proto__":1',
    ]);
    return { payload: `{${key},${JSON.stringify(valid).slice(1)}`, statuses: [400] };
  },
  'key given twice': (_, valid) => ({
    payload: `{"format":"ean_13","text":7,${JSON.stringify(valid).slice(1)}`,
    statuses: [200, 400],
  }),
  'deep nesting': (random) => ({
    payload: random.pick([
      '['.repeat(4_000) + ']'.repeat(4_000),
      '{"a":'.repeat(1_300) + '1' + '}'.repeat(1_300),
    ]),
    statuses: [400],
  }),
  'nesting of 10,000 levels': () => ({ payload: '['.repeat(10_000) + ']'.repeat(10_000), statuses: [413] }),
  'a body of 9 kB': (_, valid) => ({
    payload: JSON.stringify({ ...valid, text: 'x'.repeat(9_000) }),
    statuses: [413],
  }),
  'a body of 2 MB': () => ({ payload: Buffer.alloc(2 << 20, 0x20), statuses: [413] }),
  'broken UTF-8': (random, valid) => {
    const bytes = Buffer.from(JSON.stringify(valid));
    const at = bytes.indexOf('"text":"') + 8 + random.below(valid.text.length);
    bytes[at] = random.pick([0xff, 0xc0, 0xed, 0xf8, 0x80]);
    return { payload: bytes, statuses: [400] };
  },
  'UTF-16': (random, valid) => {
    const bytes = Buffer.from(JSON.stringify(valid), 'utf16le');
    return { payload: random.below(2) ? bytes : Buffer.from(bytes).swap16(), statuses: [400] };
  },
  'a NUL': (random, valid) => {
    const nul = random.pick(['\0', '\\u0000']);
    const text = JSON.stringify(valid);
    const at = text.indexOf(':"') + 2;
    return { payload: text.slice(0, at) + nul + text.slice(at), statuses: [400] };
  },
  'no JSON': (random, valid) => {
    const text = JSON.stringify(valid);
    const payload = random.pick([
      '',
      'null',
      '[]',
      '"text"',
      '7',
      'undefined',
      'NaN',
      text.slice(0, random.below(text.length)),
      `${text},`,
      `${text}${text}`,
      text.replaceAll('"', "'"),
      '\uFEFF{',
      random.text('{}[]:,"\\ntruefals0123.e-', 40),
    ]);
    return { payload, statuses: [400] };
  },
};

export function fuzzedCheck(random: Random, valid: CheckRequest): Fuzzed {
  const [kind, make] = random.pick(Object.entries(CHECK_BODIES));
  return { kind, method: 'POST', url: '/v1/checks', headers: JSON_TYPE, ...make(random, valid) };
}

/** A right check with a body of another kind than JSON. */
export function mistypedCheck(random: Random, valid: CheckRequest): Fuzzed {
  return {
    kind: 'other content type',
    method: 'POST',
    url: '/v1/checks',
    headers: { 'content-type': random.pick(ODD_TYPES) },
    payload: JSON.stringify(valid),
    statuses: [415],
  };
}

/** The form without script: fields as a browser, and as nobody, would send them. */
export function fuzzedForm(random: Random, valid: CheckRequest): Fuzzed {
  const field = (name: string, value: string) => `${name}=${value}`;
  const odd = () =>
    random.pick([
      '',
      '%00',
      '%',
      '%ZZ',
      '%E0%A4%A',
      '%FF%FE',
      'x'.repeat(5_000),
      '+++',
      '[]',
      '%F0%9F%98%80',
    ]);
  const text = encodeURIComponent(valid.text);
  const payload = random.pick([
    '',
    field('text', odd()),
    [field('text', text), field('lot', odd())].join('&'),
    [field('text', text), field('expiry', odd())].join('&'),
    [field('text', text), field('inner', odd()), field('lang', odd())].join('&'),
    [field('text', text), field('text', text)].join('&'),
    [field('text', text), field('other', 'x')].join('&'),
    [field('__proto__', 'x'), field('text', text)].join('&'),
    [field('text[a][b]', 'x'), field('constructor', 'x')].join('&'),
    '&'.repeat(3_000),
    'x'.repeat(9_000),
    JSON.stringify(valid),
  ]);
  const headers = random.below(6) ? FORM_TYPE : { 'content-type': random.pick(ODD_TYPES) };
  return { kind: 'form', method: 'POST', url: '/check', headers, payload, statuses: [200, 400, 413, 415] };
}
