/** Codes are read and compared in groups of four. */
export const groupsOfFour = (code: string): string => code.match(/.{1,4}/gsu)?.join(' ') ?? '';

/** A GTIN of 14 digits as people know it from under the bars: 9 521234 500017. */
export function printedGtin(gtin: string): string {
  const digits = gtin.replace(/^0(?=\d{13}$)/, '');
  return digits.length === 13 ? digits.replace(/^(\d)(\d{6})(\d{6})$/, '$1 $2 $3') : digits;
}
