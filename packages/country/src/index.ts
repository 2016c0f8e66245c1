export type { CountryPack, KnownScheme, OfficialLookup, Province, RegistrationPattern } from './country.ts';
export { vietNam } from './viet-nam.ts';
export { provinceIndex } from './province-index.ts';
export { nearestProvince } from './nearest-province.ts';
