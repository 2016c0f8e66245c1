import { crc32 as crc } from 'node:zlib';

/** CRC-32 (ISO 3309) of a text, eight hex digits. */
export function crc32(text: string): string {
  return crc(text).toString(16).padStart(8, '0');
}
