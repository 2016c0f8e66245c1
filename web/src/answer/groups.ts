/** Codes are read and compared in groups of four. */
export const groupsOfFour = (code: string): string => code.match(/.{1,4}/gsu)?.join(' ') ?? '';
