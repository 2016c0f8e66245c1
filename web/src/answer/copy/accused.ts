import type { Accusation } from '@assay/contract';
import { vietNam } from '@assay/country';
import { actions } from '../actions.ts';
import type { Facts } from '../facts.ts';
import { advise, holdOn } from './advice.ts';
import type { Copy } from './copy.ts';

/** Screen F: a named authority decided. */
export function authorityDecision(facts: Facts): Copy {
  const { speaker, pack, answer } = facts;
  const accusation = answer.accusation;
  const lines = accusation
    ? [paper(facts, accusation), speaker.say('decision.reason', { reason: speaker.pick(accusation.reason) })]
    : [];
  return {
    headline: speaker.say('decision.headline', { agency: by(facts) }),
    lead: lines,
    advice: [
      ...advise(facts, speaker.say('decision.do', { pack })),
      ...(accusation?.copied ? [speaker.say('decision.copied', { pack })] : []),
      ...rights(facts),
    ],
    actions: [actions.understood(facts), actions.reportSeller(facts)],
  };
}

/** The maker's word: only "blocked by its maker", and that no authority has concluded (R5). */
export function makerReport(facts: Facts): Copy {
  const { speaker, answer } = facts;
  const accusation = answer.accusation;
  return {
    headline: speaker.say('blocked.headline', {
      maker: by(facts),
      reason: accusation ? speaker.pick(accusation.reason) : '',
    }),
    lead: [
      speaker.say('blocked.lead'),
      ...(accusation ? [speaker.say('blocked.when', { date: speaker.day(accusation.date) })] : []),
    ],
    advice: [...holdOn(facts), ...rights(facts)],
    actions: [actions.understood(facts), actions.reportSeller(facts)],
  };
}

const by = ({ speaker, answer, maker }: Facts) =>
  answer.accusation ? speaker.pick(answer.accusation.by) : maker;

function paper({ speaker, pack }: Facts, { number, date, scope, lot }: Accusation): string {
  const covers = {
    unit: () => speaker.say('decision.scope.unit'),
    batch: () => speaker.say('decision.scope.batch', { lot: lot ?? '' }),
    product: () => speaker.say('decision.scope.product', { pack }),
  }[scope]();
  return number
    ? speaker.say('decision.paper', { number, date: speaker.day(date), scope: covers })
    : speaker.say('decision.paperNoNumber', { date: speaker.day(date), scope: covers });
}

function rights({ speaker, answer }: Facts): string[] {
  const appeal = answer.accusation?.appealUntil;
  return [
    speaker.say('decision.rights', {
      right: speaker.pick(vietNam.refundRight),
      phone: vietNam.consumerLine.phone,
    }),
    ...(appeal ? [speaker.say('decision.appeal', { date: speaker.day(appeal) })] : []),
  ];
}
