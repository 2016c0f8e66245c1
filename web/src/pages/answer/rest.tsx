import type { Answer } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { ComponentChildren } from 'preact';
import { readingKey, type Screen } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, ButtonLink, Row, Section } from '../../ui/index.ts';
import type { Acts } from './acts.ts';
import { Alerts } from './alerts.tsx';
import { Comparison } from './comparison.tsx';
import { Contacts } from './contacts.tsx';
import { Details } from './details.tsx';
import { InnerForm } from './inner-form.tsx';
import { LotForm } from './lot-form.tsx';
import { Pictures } from './pictures.tsx';
import { ProductRow } from './product-row.tsx';
import css from './rest.module.css';
import { WhatIsIt } from './what-is-it.tsx';

interface Props {
  answer: Answer;
  screen: Screen;
  text: string;
  acts: Acts | undefined;
  extra?: ComponentChildren;
}

/** Everything below the main button, from what helps most to what is only good to know. */
export function Rest({ answer, screen, text, acts, extra }: Props) {
  const { say } = useSpeaker();
  const { help } = answer;
  return (
    <div class={css.rest}>
      <Comparison compared={screen.state === 'read-again' ? [] : answer.compared} />
      {screen.state === 'not-registered' && <WhatIsIt withScript={acts !== undefined} />}
      {screen.namesProduct && (
        <Section title={say('section.product')}>
          <ProductRow answer={answer} full />
        </Section>
      )}
      {screen.alsoKnow.length > 0 && (
        <Section title={say('section.alsoKnow')}>
          <ul class={css.list}>
            {screen.alsoKnow.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      )}
      <Alerts alerts={help.alerts} />
      {screen.state === 'unit-code-required' && (
        <Pictures title={say('section.where')} pictures={help.whereCode ? [help.whereCode] : []} />
      )}
      {text !== '' && takesLot(answer) && (
        <LotForm
          pack={screen.pack}
          text={text}
          again={screen.state === 'read-again' ? readingKey(answer) : undefined}
          onPrinted={acts && ((printed) => acts.check({ text, format: answer.identity.symbology, printed }))}
        />
      )}
      {text !== '' && takesInnerCode(answer) && (
        <InnerForm
          text={text}
          onCode={acts && ((innerCode) => acts.check({ text, format: answer.identity.symbology, innerCode }))}
        />
      )}
      <Pictures title={say('section.labels')} pictures={help.compare ?? []} />
      <Pictures title={say('section.fakes')} pictures={help.knownFakes ?? []} />
      <Section title={say('section.limits')}>
        <p>{screen.limits ?? say('limits.general')}</p>
      </Section>
      <Contacts contacts={help.contacts} />
      <Details answer={answer} />
      {extra}
      <Row>
        {acts && (
          <Button kind="quiet" glyph="share" onClick={acts.share}>
            {say('action.share')}
          </Button>
        )}
        <ButtonLink kind="quiet" href={paths.help}>
          {say('action.learn')}
        </ButtonLink>
      </Row>
    </div>
  );
}

/** Lot and expiry help wherever the code names a product or a registration number. */
const takesLot = ({ identity, product, help }: Answer) =>
  identity.kind === 'registration-number' || product !== undefined || (help.alerts?.length ?? 0) > 0;

const takesInnerCode = ({ flags }: Answer) =>
  flags.includes('inner-code-available') || flags.includes('inner-code-wrong');
