import type { Answer } from '@assay/contract';
import { useSpeaker } from '../../i18n/index.ts';
import { Section } from '../../ui/index.ts';
import css from './comparison.module.css';

/** What stands on the pack beside what stands on the maker's file. */
export function Comparison({ compared }: { compared: Answer['compared'] }) {
  const { say, day } = useSpeaker();
  if (compared.length === 0) return null;
  const shown = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value);
  return (
    <Section title={say('section.compare')}>
      <table class={css.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('field.printed')}</th>
            <th scope="col">{say('field.onFile')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map(({ field, printed, registered, result }) => (
            <tr key={field}>
              <th scope="row">{say(`field.${field}`)}</th>
              <td>{shown(printed)}</td>
              <td>
                {registered && <span>{shown(registered)}</span>}
                <span class={css.result}>{say(`compare.${result}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
