import type { Alert } from '@assay/contract';
import type { Speaker } from '../../i18n/index.ts';
import type { Facts } from '../facts.ts';

/** The line that must be seen without scrolling: lots to look at, or that there is no warning, and as of when. */
export function lotsUnderWarning({ answer, speaker }: Facts): { warned: boolean; text: string } {
  const alerts = answer.help.alerts ?? [];
  const lots = [...new Set(alerts.flatMap((alert) => alert.lots))];
  if (lots.length > 0) return { warned: true, text: speaker.say('barcode.lots', { lots: lots.join(', ') }) };
  const [alert] = alerts;
  if (alert) return { warned: true, text: withoutLots(alert, speaker) };
  return { warned: false, text: speaker.say('barcode.noAlerts', { time: speaker.time(answer.asOf) }) };
}

/** A warning by date of making, or about the whole product (R12). */
function withoutLots({ kind, madeAfter, madeBefore, reason }: Alert, { say, day, pick }: Speaker): string {
  const about = [
    say(`alert.${kind}`),
    ...(madeAfter ? [say('alert.madeAfter', { date: day(madeAfter) })] : []),
    ...(madeBefore ? [say('alert.madeBefore', { date: day(madeBefore) })] : []),
  ];
  return `${about.join(' · ')}: ${pick(reason)}`;
}
