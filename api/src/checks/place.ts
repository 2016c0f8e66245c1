import { nearestProvince, provinceIndex } from '@assay/country';
import type { Place } from '@assay/contract';
import { ProblemError } from '../http/problem-error.ts';

/**
 * The province of a check by its position in the country pack, -1 where none was told. A place is what the person
 * chose to tell; it is never guessed from an address.
 *
 * @throws ProblemError `invalid-request` for an area that the country does not have
 */
export function placeOf(place: Place | undefined): number {
  if (place === undefined) return -1;
  if ('near' in place) return provinceIndex(nearestProvince(...place.near).code) ?? -1;
  const index = provinceIndex(place.area);
  if (index !== undefined) return index;
  throw new ProblemError('invalid-request', {
    errors: [{ path: '/place/area', message: 'is no province code: choose one from the list' }],
  });
}
