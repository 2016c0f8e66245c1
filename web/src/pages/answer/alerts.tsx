import type { Answer } from '@assay/contract';
import { useSpeaker } from '../../i18n/index.ts';
import { Section } from '../../ui/index.ts';
import css from './alerts.module.css';

type Alert = NonNullable<Answer['help']['alerts']>[number];

/** Open recalls, warnings and decisions of the product: who says so, since when, which lots. */
export function Alerts({ alerts = [] }: { alerts?: readonly Alert[] | undefined }) {
  const { say } = useSpeaker();
  if (alerts.length === 0) return null;
  return (
    <Section title={say('section.alerts')}>
      <ul class={css.alerts}>
        {alerts.map((alert) => (
          <AlertItem key={`${alert.kind} ${alert.date} ${alert.lots.join()}`} alert={alert} />
        ))}
      </ul>
    </Section>
  );
}

function AlertItem({ alert }: { alert: Alert }) {
  const { say, day, pick } = useSpeaker();
  const rules = [
    alert.madeAfter && say('alert.madeAfter', { date: day(alert.madeAfter) }),
    alert.madeBefore && say('alert.madeBefore', { date: day(alert.madeBefore) }),
  ].filter(Boolean);
  const lots =
    alert.lots.length > 0 ? say('alert.lots', { lots: alert.lots.join(', ') }) : say('alert.everyLot');
  return (
    <li class={css.alert}>
      <p class={css.what}>
        {say(`alert.${alert.kind}`)}: {rules.length > 0 && alert.lots.length === 0 ? rules.join(', ') : lots}
      </p>
      <p>{pick(alert.reason)}</p>
      <p class={css.who}>
        {[pick(alert.by), alert.number, day(alert.date)].filter(Boolean).join(' · ')}
        {alert.until && ` · ${say('alert.until', { date: day(alert.until) })}`}
      </p>
    </li>
  );
}
