import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { ProblemError } from './problem-error.ts';

/** Where a list goes on, as its reader carries it: the last row's place, signed, so that nobody asks for places at will. */
export interface Cursors {
  write(place: readonly (string | number)[]): string;
  /** @throws ProblemError `invalid-request` for a cursor that this service did not write */
  read(text: string): (string | number)[];
}

const MAC_BYTES = 12;

/**
 * @param root 32 bytes of the deployment
 * @param list whose places these are: a cursor of another list is none
 */
export function openCursors(root: Buffer, list: string): Cursors {
  const key = Buffer.from(hkdfSync('sha256', root, '', `assay/cursors/v1/${list}`, 32));
  const macOf = (body: Buffer) => createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
  return {
    write(place) {
      const body = Buffer.from(JSON.stringify(place));
      return Buffer.concat([macOf(body), body]).toString('base64url');
    },
    read(text) {
      const bytes = Buffer.from(text, 'base64url');
      const body = bytes.subarray(MAC_BYTES);
      const mac = bytes.subarray(0, MAC_BYTES);
      if (mac.length < MAC_BYTES || !timingSafeEqual(mac, macOf(body))) throw unknownCursor();
      return JSON.parse(body.toString('utf8')) as (string | number)[];
    },
  };
}

function unknownCursor(): ProblemError {
  return new ProblemError('invalid-request', {
    errors: [{ path: '/querystring/after', message: 'is no cursor of this list: begin without one' }],
  });
}
