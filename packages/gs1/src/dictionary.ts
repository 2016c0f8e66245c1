import { AI_TABLE, FIXED_PREFIXES } from './ai-table.ts';

/** A component of an AI's value. */
export interface Part {
  /** `N`, `X`, `Y` or `Z`: digits, CSET 82, CSET 39, CSET 64. */
  cset: string;
  min: number;
  max: number;
  optional: boolean;
  linters: readonly string[];
}

/** One AI of the GS1 Syntax Dictionary. */
export interface Rule {
  ai: string;
  parts: readonly Part[];
  min: number;
  max: number;
  /** Predefined length: the value ends without a separator. */
  fixed: boolean;
  /** AIs, or prefixes of AIs such as `310n`, that must not stand beside it. */
  exclusive: readonly string[];
  /** All of these hold; each is a choice between sets of AIs. */
  required: readonly (readonly (readonly string[])[])[];
  /** Key of a Digital Link: the orders of its qualifiers. */
  qualifiers: readonly (readonly string[])[] | undefined;
  /** May stand in the query of a Digital Link. */
  attribute: boolean;
}

interface Dictionary {
  rules: ReadonlyMap<string, Rule>;
  /** AIs with the same first two digits are equally long. */
  lengths: ReadonlyMap<string, number>;
}

let read: Dictionary | undefined;

/** The rule of an AI, undefined for one that GS1 has not assigned. */
export function ruleOf(ai: string): Rule | undefined {
  return dictionary().rules.get(ai);
}

/** The rule of the AI that begins at `position`. */
export function ruleAt(text: string, position: number): Rule | undefined {
  const { rules, lengths } = dictionary();
  const length = lengths.get(text.slice(position, position + 2));
  return length === undefined ? undefined : rules.get(text.slice(position, position + length));
}

/** Every assigned AI, in the dictionary's order. */
export function assignedAis(): string[] {
  return [...dictionary().rules.keys()];
}

function dictionary(): Dictionary {
  read ??= readTable();
  return read;
}

function readTable(): Dictionary {
  const rules = new Map<string, Rule>();
  const lengths = new Map<string, number>();
  for (const line of AI_TABLE.trim().split('\n')) {
    const [ais = '', ...words] = line.split(' ');
    const rule = readRule(words);
    for (const ai of expand(ais)) {
      rules.set(ai, { ...rule, ai, fixed: FIXED_PREFIXES.includes(ai.slice(0, 2)) });
      lengths.set(ai.slice(0, 2), ai.length);
    }
  }
  return { rules, lengths };
}

function readRule(words: string[]): Omit<Rule, 'ai' | 'fixed'> {
  const parts = words.filter((word) => /^\[?[NXYZ]\d/.test(word)).map(readPart);
  const values = (name: string) =>
    words.filter((word) => word.startsWith(`${name}=`)).map((word) => word.slice(name.length + 1));
  return {
    parts,
    min: sum(parts.map((part) => (part.optional ? 0 : part.min))),
    max: sum(parts.map((part) => part.max)),
    exclusive: values('ex').flatMap((list) => list.split(',')),
    required: values('req').map((list) => list.split(',').map((set) => set.split('+'))),
    qualifiers: values('dlpkey').map((paths) => paths.split('|').map((path) => path.split(',')))[0],
    attribute: !words.includes('nodlattr'),
  };
}

function readPart(word: string): Part {
  const [size = '', ...linters] = word.replace(/[[\]]/g, '').split(',');
  const [min = '', max = min] = size.slice(1).split('-');
  return {
    cset: size.charAt(0),
    min: Number(min),
    max: Number(max),
    optional: word.startsWith('['),
    linters,
  };
}

/** `10,3100-3105` names seven AIs. */
function* expand(ais: string): Generator<string> {
  for (const run of ais.split(',')) {
    const [first = '', last = first] = run.split('-');
    for (let n = Number(first); n <= Number(last); n++) yield String(n).padStart(first.length, '0');
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
