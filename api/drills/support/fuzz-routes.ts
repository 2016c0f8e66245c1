import type { Fuzzed } from './fuzz-bodies.ts';
import type { Random } from './random.ts';

/** A route as the server prints it. */
export interface Route {
  pattern: string;
  methods: readonly string[];
}

/** Reads the tree of `printRoutes({ commonPrefix: false })`. */
export function readRoutes(tree: string): Route[] {
  const parents: string[] = [];
  return tree
    .split('\n')
    .map((line) => /^([│ ]*)[├└]── (.*) \(([A-Z, ]+)\)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, indent = '', part = '', methods = '']) => {
      const depth = indent.length / 4;
      const pattern = (parents[depth - 1] ?? '') + part;
      parents[depth] = pattern;
      parents.length = depth + 1;
      return { pattern, methods: methods.split(', ') };
    });
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
const ODD_SEGMENTS = [
  '%',
  '%00',
  '%E0%A4%A',
  '%ff%fe',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '..%5c..%5cpackage.json',
  '....//',
  ':a(b',
  ':x((',
  '*',
  '**',
  '()',
  '(a+)+$',
  '\\',
  ';',
  '~',
  '%F0%9F%98%80',
  '%C0%AE%C0%AE',
  'constructor',
  '__proto__',
  "'",
  '"',
  '<script>',
];
const ODD_HEADERS: readonly Record<string, string>[] = [
  {},
  { accept: 'text/html' },
  { accept: 'application/json' },
  { accept: 'image/avif;q=x,,;' },
  { 'accept-language': 'x'.repeat(2_000) },
  { 'accept-encoding': 'br;q=2, *;q=0' },
  { origin: 'null' },
  { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' },
  { range: 'bytes=99999999-' },
  { range: 'bytes=5-1,-,x' },
  { 'if-none-match': '*' },
  { 'if-match': '"x"' },
  { 'if-modified-since': 'never' },
  { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
  { 'x-forwarded-for': '1.1.1.1, ::, x'.repeat(50), 'x-forwarded-host': 'evil.example' },
  { host: 'evil.example:99999' },
  { host: '[' },
  { cookie: '=;'.repeat(1_000) },
  { 'content-type': '' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-encoding': 'gzip', 'content-type': 'application/json' },
  { 'x-http-method-override': 'DELETE' },
];

/** A request of any method at any route, rightly or oddly addressed. */
export function fuzzedRoute(random: Random, routes: readonly Route[], checkId: string): Fuzzed {
  const { pattern, methods } = random.pick(routes);
  const method = random.pick(METHODS);
  const parameter = () =>
    random.pick([checkId, checkId.slice(0, -3), ...ODD_SEGMENTS, random.text('abcXYZ-_%09', 60)]);
  const path = pattern.replace(/:[A-Za-z]+|\*/g, parameter);
  const url = random.pick([
    () => path,
    () => `${path}/${random.pick(ODD_SEGMENTS)}`,
    () => `/${random.pick(ODD_SEGMENTS)}${path}`,
    () =>
      `${path}?${random.pick(['lang=en', 'lang=en&lang=vi', 'lang', '%', 'lang[a]=1', '__proto__=1', 'x='.repeat(3_000)])}`,
    () => `${path}${random.pick(['/', '//', '%2f', '#x', '%20', '.'])}`,
    () => `${path}/${'a'.repeat(9_000)}`,
  ])();
  const body = ['POST', 'PUT', 'PATCH'].includes(method)
    ? { payload: random.pick(['', '{}', '{"text":"x","format":"typed"}', '\0']) }
    : {};
  const headers = random.pick(ODD_HEADERS);
  return {
    kind: `any route by ${method}`,
    method,
    url,
    headers,
    ...body,
    statuses: statusesOf({ pattern, methods }, { method, headers, isPlain: url === path, ...body }),
  };
}

interface Addressed {
  method: string;
  headers: Record<string, string>;
  payload?: string;
  isPlain: boolean;
}

/** A method that a route does not take is refused as such, unless the body was refused before, or a page is asked. */
function statusesOf({ pattern, methods }: Route, { method, headers, payload, isPlain }: Addressed): number[] {
  if (!isPlain || /[:*]/.test(pattern) || methods.includes(method))
    return [200, 204, 206, 304, 400, 404, 405, 412, 413, 415, 416];
  const hasBody = payload !== undefined || 'content-type' in headers || 'content-encoding' in headers;
  return [405, ...(hasBody ? [400, 413, 415] : []), ...(headers['accept'] === 'text/html' ? [404] : [])];
}
