import type { Answer } from '@assay/contract';
import { useSpeaker } from '../../i18n/index.ts';
import { Section } from '../../ui/index.ts';
import css from './pictures.module.css';

type Pictured = NonNullable<Answer['help']['whereCode']>;

/** Pictures with a sentence each: the place of the unit code, label features, fakes that were found. */
export function Pictures({ title, pictures }: { title: string; pictures: readonly Pictured[] }) {
  const { pick } = useSpeaker();
  if (pictures.length === 0) return null;
  return (
    <Section title={title}>
      <ul class={css.pictures}>
        {pictures.map(({ text, picture }) => (
          <li key={text.vi}>
            <figure class={css.figure}>
              {picture && <img src={picture} alt="" width="320" height="200" loading="lazy" />}
              <figcaption>{pick(text)}</figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </Section>
  );
}
