import { vietNam } from '@assay/country';
import type { Ref } from 'preact';
import { notChecked, looks, telephone, type Look } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { CallRow, PageTitle, Section, SignIcon, Stack } from '../../ui/index.ts';
import css from './help-view.module.css';

/** What an answer proves and what it does not, and what each sign means. */
export function HelpView({ titleRef }: { titleRef?: Ref<HTMLHeadingElement> }) {
  const { say, pick } = useSpeaker();
  const pack = say('pack.pack');
  const { consumerLine, emergency } = vietNam;
  return (
    <>
      <PageTitle title={say('help.title')} lead={say('help.lead')} {...(titleRef ? { titleRef } : {})} />
      <ul class={css.signs}>
        <SignItem look={looks['code-registered']} text={say('help.blue')} />
        <SignItem look={looks['no-unit-code']} text={say('help.grey', { pack })} />
        <SignItem look={looks['serial-not-issued']} text={say('help.amber')} />
        <SignItem look={looks['authority-decision']} text={say('help.red')} />
        <SignItem look={notChecked} text={say('help.notChecked')} />
      </ul>
      <Section title={say('help.proves')}>
        <ul class={css.list}>
          <li>{say('help.proves.1')}</li>
          <li>{say('help.proves.2')}</li>
          <li>{say('help.proves.3')}</li>
        </ul>
      </Section>
      <Section title={say('help.notProves')}>
        <ul class={css.list}>
          <li>{say('help.notProves.1')}</li>
          <li>{say('help.notProves.2')}</li>
          <li>{say('help.notProves.3')}</li>
        </ul>
      </Section>
      <Section title={say('help.privacy')}>
        <p>{say('help.privacyLead')}</p>
      </Section>
      <Section title={say('help.contact')}>
        <Stack gap={2}>
          <CallRow name={say('report.emergency')} href={telephone(emergency)} text={emergency} />
          <CallRow
            name={pick(consumerLine.name)}
            href={telephone(consumerLine.phone)}
            text={consumerLine.phone}
          />
        </Stack>
      </Section>
    </>
  );
}

function SignItem({ look, text }: { look: Look; text: string }) {
  const { say } = useSpeaker();
  return (
    <li class={css.item} data-tone={look.tone}>
      <SignIcon name={look.sign} />
      <div>
        <p class={css.kicker}>{say(look.kicker)}</p>
        <p>{text}</p>
      </div>
    </li>
  );
}
