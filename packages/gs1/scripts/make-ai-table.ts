import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Writes `src/ai-table.ts` and `src/code-lists.ts` from the GS1 Syntax Dictionary as bwip-js carries it
 * (`barcode.ps`, resource gs1process). Run: `tsx packages/gs1/scripts/make-ai-table.ts`.
 */
const source = new URL('../node_modules/bwip-js/barcode.ps', import.meta.url);

type Token = string;
type Value = string | boolean | Value[] | { [key: string]: Value };

/** Both generated files, by name, from the text of `barcode.ps`. */
export function makeTables(postscript: string): Record<'ai-table.ts' | 'code-lists.ts', string> {
  return { 'ai-table.ts': aiTable(postscript), 'code-lists.ts': codeLists(postscript) };
}

function aiTable(postscript: string): string {
  const lines = [...entries(section(postscript, '/gs1syntax <<', '>> readonly def'))];
  const fixed = names(section(postscript, '/aifixed << [', ']'));
  return file(
    '/** GS1 Syntax Dictionary: AIs, components, attributes; read by `dictionary.ts`. */',
    `export const AI_TABLE = \`\n${lines.join('\n')}\`;`,
    '/** First two digits of the AIs that need no separator (General Specifications 7.8.5). */',
    `export const FIXED_PREFIXES = '${fixed.join(' ')}';`,
  );
}

function codeLists(postscript: string): string {
  const list = (name: string) => names(section(postscript, `/${name} << [`, ']'));
  return file(
    '/** ISO 3166-1 numeric. */',
    `export const COUNTRIES = '${list('iso3166').join('')}';`,
    '/** ISO 3166-1 alpha-2. */',
    `export const COUNTRY_LETTERS = '${list('iso3166alpha2').join('')}';`,
    '/** ISO 4217 numeric. */',
    `export const CURRENCIES = '${list('iso4217').join('')}';`,
    '/** AIDC media types of AI 7241. */',
    `export const MEDIA_TYPES = '${list('aidcmediatype').join('')}';`,
    '/** UN/ECE Recommendation 21 package types and their GS1 additions. */',
    `export const PACKAGE_TYPES = '${list('packagetype').join(' ')}';`,
  );
}

const file = (...parts: string[]) =>
  `// Made by scripts/make-ai-table.ts; do not edit.\n\n${parts.join('\n').replaceAll(';\n/**', ';\n\n/**')}\n`;

function section(postscript: string, start: string, end: string): string {
  const from = postscript.indexOf(start);
  if (from < 0) throw new Error(`barcode.ps has no ${start}`);
  return postscript.slice(from + start.length, postscript.indexOf(end, from));
}

const names = (text: string) =>
  [...text.replace(/%.*$/gm, '').matchAll(/\/(\w+)|\((\w+)\)/g)].map((match) => match[1] ?? match[2] ?? '');

/** One line for every group of AIs that share a definition. */
function* entries(body: string): Generator<string> {
  for (const group of body.split(/\bdup\s+pop|\bpop\b/)) {
    const definition = group.slice(0, group.lastIndexOf('>>') + 2);
    if (!definition.includes('<<')) continue;
    const ais = names(group.slice(definition.length));
    yield `${ranges(ais)} ${describe(read(tokens(definition)))}`;
  }
}

const tokens = (text: string): Token[] => text.match(/<<|>>|[[\]]|\([^)]*\)|\/\w+|\w+/g) ?? [];

function read(stream: Token[]): Value {
  const token = stream.shift() ?? '';
  if (token === '<<') return readDictionary(stream);
  if (token === '[') return readArray(stream);
  if (token === 'true' || token === 'false') return token === 'true';
  return token.replace(/^[/(]|\)$/g, '');
}

function readDictionary(stream: Token[]): Value {
  const dictionary: { [key: string]: Value } = {};
  while (stream[0] !== '>>') dictionary[String(read(stream))] = read(stream);
  stream.shift();
  return dictionary;
}

function readArray(stream: Token[]): Value {
  const array: Value[] = [];
  while (stream[0] !== ']') array.push(read(stream));
  stream.shift();
  return array;
}

interface Part {
  cset: string;
  min: string;
  max: string;
  opt: boolean;
  linters: string[];
}

interface Definition {
  parts: Part[];
  ex?: string[];
  req?: string[][][];
  dlpkey?: string[][];
  dlattr?: boolean;
}

/** In the manner of the dictionary: `N14,csum,gcppos2 ex=255,37 dlpkey=22,10,21|235`. */
function describe(value: Value): string {
  const { parts, ex, req, dlpkey, dlattr } = value as unknown as Definition;
  return [
    parts.map(component).join(' '),
    ...(ex ? [`ex=${ex.join(',')}`] : []),
    ...(req ?? []).map((all) => `req=${all.map((some) => some.join('+')).join(',')}`),
    ...(dlpkey ? [`dlpkey=${dlpkey.map((path) => path.join(',')).join('|')}`] : []),
    ...(dlattr === false ? ['nodlattr'] : []),
  ].join(' ');
}

function component({ cset, min, max, opt, linters }: Part): string {
  const length = min === max ? max : `${min}-${max}`;
  const description = [cset + length, ...linters.map((name) => name.replace(/^lint/, ''))].join(',');
  return opt ? `[${description}]` : description;
}

/** `3100,3101,3102` becomes `3100-3102`. */
function ranges(ais: string[]): string {
  const runs: string[][] = [];
  for (const ai of ais) {
    const run = runs.at(-1);
    if (run && Number(run.at(-1)) + 1 === Number(ai)) run.push(ai);
    else runs.push([ai]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : run[0])).join(',');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(makeTables(readFileSync(source, 'utf8'))))
    writeFileSync(new URL(`../src/${name}`, import.meta.url), text);
}
