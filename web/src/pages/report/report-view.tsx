import type { Answer } from '@assay/contract';
import { vietNam } from '@assay/country';
import type { Ref } from 'preact';
import { telephone } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { CallRow, PageTitle, Section, Stack } from '../../ui/index.ts';
import { CopyText } from './copy-text.tsx';

interface Props {
  contacts?: Answer['help']['contacts'];
  /** What was checked, ready to send; absent before any check. */
  text?: string | undefined;
  titleRef?: Ref<HTMLHeadingElement>;
}

/** No tips are taken yet: whom to call, and a text to read out or send. Nothing is promised. */
export function ReportView({ contacts = [], text, titleRef }: Props) {
  const { say, pick } = useSpeaker();
  const { consumerLine, emergency } = vietNam;
  return (
    <>
      <PageTitle title={say('report.title')} lead={say('report.lead')} {...(titleRef ? { titleRef } : {})} />
      <p>{say('report.keep', { pack: say('pack.pack') })}</p>
      <Section title={say('report.who')}>
        <Stack gap={2}>
          {contacts
            .filter(({ phone }) => phone)
            .map(({ name, phone = '' }) => (
              <CallRow key={phone} name={pick(name)} href={telephone(phone)} text={phone} />
            ))}
          <CallRow
            name={say('report.consumer')}
            href={telephone(consumerLine.phone)}
            text={consumerLine.phone}
          />
          <CallRow name={say('report.emergencyWhen')} href={telephone(emergency)} text={emergency} />
        </Stack>
      </Section>
      <Section title={say('report.text')}>
        {text === undefined ? <p>{say('report.textEmpty')}</p> : <CopyText text={text} />}
        <p>{say('report.noPromise')}</p>
      </Section>
    </>
  );
}
