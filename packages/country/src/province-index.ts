import { provinces } from './provinces.ts';

const indexes = new Map(provinces.map((province, index) => [province.code, index]));

/** Position of a province in the list, 0 to 33: its bit in a 64-bit map of provinces. Undefined for other codes. */
export function provinceIndex(code: string): number | undefined {
  return indexes.get(code);
}
