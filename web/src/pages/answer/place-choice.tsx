import { vietNam } from '@assay/country';
import { useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import { chooseProvince, province } from '../../phone/index.ts';
import { Section } from '../../ui/index.ts';
import css from './place-choice.module.css';

/** One optional tap: the name of the province, remembered on this phone. */
export function PlaceChoice() {
  const { say, lang } = useSpeaker();
  const [saved, setSaved] = useState(false);
  return (
    <Section title={say('section.place')}>
      <select
        class={css.select}
        aria-label={say('section.place')}
        value={province.value ?? ''}
        onChange={(event) => {
          chooseProvince(event.currentTarget.value || undefined);
          setSaved(true);
        }}
      >
        <option value="">{say('place.none')}</option>
        {vietNam.provinces.map(({ code, name, nameEn }) => (
          <option key={code} value={code}>
            {lang === 'vi' ? name : nameEn}
          </option>
        ))}
      </select>
      <p class={css.note} role="status">
        {saved ? say('place.saved') : say('place.note')}
      </p>
    </Section>
  );
}
