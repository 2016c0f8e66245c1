import type { Answer } from '@assay/contract';
import { groupsOfFour, printedGtin } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { type Fact, Facts, Section } from '../../ui/index.ts';
import css from './details.module.css';

/** What was read from the code, and who registered it, how and when verified. */
export function Details({ answer }: { answer: Answer }) {
  const { say, time } = useSpeaker();
  const read = codeFacts(answer, useSpeaker());
  return (
    <>
      {read.length > 0 && (
        <Section title={say('section.code')}>
          <Facts facts={read} />
        </Section>
      )}
      <Maker answer={answer} />
      <p class={css.small}>{say('asOf', { time: time(answer.asOf) })}</p>
    </>
  );
}

function Maker({ answer: { registrant } }: { answer: Answer }) {
  const { say, day, pick } = useSpeaker();
  if (!registrant) return null;
  return (
    <Section title={say('section.maker')}>
      <p>{registrant.name}</p>
      {registrant.verifiedOn && (
        <p class={css.small}>
          {say('barcode.company', { date: day(registrant.verifiedOn) })}
          {registrant.verifiedHow && `. ${say('maker.verifiedBy', { how: pick(registrant.verifiedHow) })}`}
        </p>
      )}
    </Section>
  );
}

function codeFacts({ identity }: Answer, { say, day }: ReturnType<typeof useSpeaker>): Fact[] {
  const { gtin, registrationNumber, lot, expiry, serial } = identity;
  const figure = true;
  return [
    ...(gtin ? [{ name: say('field.gtin'), value: printedGtin(gtin), figure, wide: true }] : []),
    ...(registrationNumber
      ? [{ name: say('field.registration'), value: registrationNumber, figure, wide: true }]
      : []),
    ...(lot ? [{ name: say('field.lot'), value: lot, figure }] : []),
    ...(expiry ? [{ name: say('field.expiry'), value: day(expiry), figure }] : []),
    ...(serial ? [{ name: say('field.serial'), value: groupsOfFour(serial), figure, wide: true }] : []),
  ];
}
