import type { Province } from './country.ts';
import { provinces } from './provinces.ts';

/** The province whose inner point is nearest; latitude and longitude in degrees. Coarse on purpose. */
export function nearestProvince(lat: number, lon: number): Province {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const distance = ({ point }: Province) => Math.hypot(point[0] - lat, (point[1] - lon) * shrink);
  return provinces.reduce((nearest, next) => (distance(next) < distance(nearest) ? next : nearest));
}
