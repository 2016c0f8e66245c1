import type { ScanFormat } from '../scan.ts';

const every: Record<ScanFormat, true> = {
  ean_13: true,
  ean_8: true,
  upc_a: true,
  upc_e: true,
  itf: true,
  code_128: true,
  qr_code: true,
  data_matrix: true,
  typed: true,
};

const isFormat = (name: string): name is ScanFormat => name in every;

/** Every format that a scan can have. */
export const FORMATS: readonly ScanFormat[] = Object.keys(every).filter(isFormat);

/** The format that a data file names. */
export function formatNamed(name: string): ScanFormat {
  if (!isFormat(name)) throw new Error(`${name} is no scan format`);
  return name;
}
