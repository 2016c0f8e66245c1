import type { Facts } from '../facts.ts';

/** The line that must be seen without scrolling: lots to look at, or that there is no warning, and as of when. */
export function lotsUnderWarning({ answer, speaker }: Facts): { warned: boolean; text: string } {
  const alerts = answer.help.alerts ?? [];
  const lots = [...new Set(alerts.flatMap((alert) => alert.lots))];
  if (lots.length > 0) return { warned: true, text: speaker.say('barcode.lots', { lots: lots.join(', ') }) };
  const [alert] = alerts;
  if (alert)
    return { warned: true, text: `${speaker.say(`alert.${alert.kind}`)}: ${speaker.pick(alert.reason)}` };
  return { warned: false, text: speaker.say('barcode.noAlerts', { time: speaker.time(answer.asOf) }) };
}
