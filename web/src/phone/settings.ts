import { signal } from '@preact/signals';
import { vietNam } from '@assay/country';
import type { Lang } from '../i18n/index.ts';
import { keep, kept } from './keep.ts';

/** Vietnamese unless this phone chose otherwise, or the address asks for it. */
function firstLanguage(): Lang {
  const asked = new URLSearchParams(location.search).get('lang') ?? kept('lang');
  return asked === 'en' ? 'en' : 'vi';
}

export const language = signal<Lang>(firstLanguage());

export function chooseLanguage(lang: Lang): void {
  keep('lang', lang);
  language.value = lang;
}

const knownProvince = (code: string | undefined) =>
  vietNam.provinces.some((province) => province.code === code) ? code : undefined;

/** The province that the visitor named, if any: never a position. */
export const province = signal<string | undefined>(knownProvince(kept('province')));

export function chooseProvince(code: string | undefined): void {
  keep('province', code);
  province.value = knownProvince(code);
}
