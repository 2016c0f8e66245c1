import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Writes `src/ai-table.ts` and `src/code-lists.ts` from the GS1 Syntax Dictionary as bwip-js carries it
 * (`barcode.ps`, resource gs1process). Run: `tsx packages/gs1/scripts/make-ai-table.ts`.
 */
const source = new URL('../node_modules/bwip-js/barcode.ps', import.meta.url);

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
  const constant = (comment: string, name: string, list: string, separator: string) => {
    const text = `'${names(section(postscript, `/${list} << [`, ']')).join(separator)}';`;
    return `/** ${comment}. */\nexport const ${name} =${text.length > 80 ? '\n ' : ''} ${text}`;
  };
  return file(
    constant('ISO 3166-1 numeric', 'COUNTRIES', 'iso3166', ''),
    constant('ISO 3166-1 alpha-2', 'COUNTRY_LETTERS', 'iso3166alpha2', ''),
    constant('ISO 4217 numeric', 'CURRENCIES', 'iso4217', ''),
    constant('AIDC media types of AI 7241', 'MEDIA_TYPES', 'aidcmediatype', ''),
    constant(
      'UN/ECE Recommendation 21 package types and the additions of GS1',
      'PACKAGE_TYPES',
      'packagetype',
      ' ',
    ),
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
  for (const group of body.split(/\bpop\b/)) {
    const end = group.lastIndexOf('>>');
    if (end >= 0) yield `${ranges(names(group.slice(end)))} ${describe(group.slice(0, end))}`;
  }
}

/** In the manner of the dictionary: `N14,csum,gcppos2 ex=255,37 dlpkey=22,10,21|235`. */
function describe(definition: string): string {
  const words = [...definition.matchAll(PART)].map(([, ...part]) => component(part));
  const ex = definition.match(/\/ex +([^/>]*)/)?.[1];
  if (ex) words.push(`ex=${names(ex).join(',')}`);
  const req: string[][][] = nested(definition.match(/\/req +([^/>]*)/)?.[1]) ?? [];
  for (const choice of req) words.push(`req=${choice.map((set) => set.join('+')).join(',')}`);
  const dlpkey: string[][] | undefined = nested(definition.match(/\/dlpkey +([^/>]*)/)?.[1]);
  if (dlpkey) words.push(`dlpkey=${dlpkey.map((order) => order.join(',')).join('|')}`);
  if (definition.includes('/dlattr false')) words.push('nodlattr');
  return words.join(' ');
}

const PART = /\/cset \/(\w) +\/min +(\d+) +\/max +(\d+) +\/opt (\w+) +\/linters \[([^\]]*)\]/g;

function component([cset = '', min = '', max = '', optional, linters = '']: string[]): string {
  const size = cset + (min === max ? max : `${min}-${max}`);
  const description = [size, ...names(linters).map((name) => name.replace(/^lint/, ''))].join(',');
  return optional === 'true' ? `[${description}]` : description;
}

/** A PostScript array of arrays of strings. */
const nested = (array: string | undefined) =>
  array &&
  JSON.parse(
    array
      .trim()
      .replace(/\((\w+)\)/g, '"$1"')
      .replace(/(?<=["\]]) +(?=["[])/g, ','),
  );

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
