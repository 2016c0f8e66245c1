import { groupSerial } from '@assay/serials';

/** One element of a code as people read it: its application identifier and its value in groups. */
export interface Field {
  ai: string;
  groups: readonly string[];
}

/** What all labels of a lot say; `expiry` is an ISO day. */
export interface LabelledLot {
  gtin: string;
  lot?: string;
  expiry?: string;
}

/**
 * The human readable interpretation of a code (GS1 General Specifications 4.14): each value behind its application
 * identifier in brackets; the serial in groups of four, as it is typed in.
 */
export function fieldsOf({ gtin, lot, expiry }: LabelledLot, serial: string): Field[] {
  return [
    { ai: '(01)', groups: [gtin] },
    ...(expiry === undefined ? [] : [{ ai: '(17)', groups: [yymmdd(expiry)] }]),
    ...(lot === undefined ? [] : [{ ai: '(10)', groups: [lot] }]),
    { ai: '(21)', groups: groupSerial(serial).split(' ') },
  ];
}

/** The fields in lines of at most so many characters, all of one width; undefined where a line has no room. */
export function wrapFields(fields: readonly Field[], columns: number): string[] | undefined {
  const lines: string[] = [];
  for (const { ai, groups } of fields) {
    const indent = `${ai} `.length;
    const hanging = balance(groups, columns - indent);
    if (hanging) {
      lines.push(...hanging.map((line, n) => (n === 0 ? `${ai} ` : ' '.repeat(indent)) + line));
      continue;
    }
    const own = columns >= ai.length && balance(groups, columns);
    if (!own) return undefined;
    lines.push(ai, ...own);
  }
  return lines;
}

/** The groups in as few lines as fit, all about equally long; undefined where a group is longer than a line. */
function balance(groups: readonly string[], columns: number): string[] | undefined {
  let lines = fill(groups, columns);
  for (let fewer = columns - 1; lines && fewer > 0; fewer--) {
    const narrower = fill(groups, fewer);
    if (narrower?.length !== lines.length) break;
    lines = narrower;
  }
  return lines;
}

/** Fills lines with groups; undefined where a group is longer than a line. */
function fill(groups: readonly string[], columns: number): string[] | undefined {
  const lines: string[] = [];
  for (const group of groups) {
    if (group.length > columns) return undefined;
    const current = lines.at(-1);
    if (current !== undefined && current.length + 1 + group.length <= columns)
      lines[lines.length - 1] = `${current} ${group}`;
    else lines.push(group);
  }
  return lines;
}

const yymmdd = (day: string) => day.slice(2).replaceAll('-', '');
