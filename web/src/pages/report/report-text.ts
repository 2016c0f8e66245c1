import type { Answer } from '@assay/contract';
import { groupsOfFour, printedGtin, type ReadingCount, screenOf } from '../../answer/index.ts';
import type { Speaker } from '../../i18n/index.ts';

/** What was checked, in plain lines to be read out or pasted. `url` leads to the same answer. */
export function reportText(answer: Answer, count: ReadingCount, url: string, speaker: Speaker): string {
  const { say, time } = speaker;
  const { gtin, lot, serial, registrationNumber, text } = answer.identity;
  const parts = [
    gtin && printedGtin(gtin),
    lot && `${say('field.lot')} ${lot}`,
    serial && groupsOfFour(serial),
    registrationNumber,
  ];
  const code = parts.filter(Boolean).join(' · ') || (text ?? '');
  const product = answer.product?.name;
  return [
    say('report.line.code', { code }),
    ...(product ? [say('report.line.product', { product })] : []),
    say('report.line.answer', { headline: screenOf(answer, count, speaker).headline }),
    say('report.line.when', { time: time(answer.asOf) }),
    say('report.line.link', { url }),
  ].join('\n');
}
