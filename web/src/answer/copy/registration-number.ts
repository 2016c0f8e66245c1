import { vietNam } from '@assay/country';
import type { Action } from '../action.ts';
import { actions } from '../actions.ts';
import { printedGtin } from '../groups.ts';
import type { Facts } from '../facts.ts';
import type { Copy } from './copy.ts';
import { lotsUnderWarning } from './lots.ts';

/** Screen G: a registration number, such as a blister carries. */
export function registrationNumber(facts: Facts): Copy {
  const { speaker, pack, answer } = facts;
  const pattern = vietNam.registrationPatterns.find(({ id }) => id === answer.identity.pattern);
  const kind = pattern ? speaker.pick(pattern.kind) : speaker.say('number.kind');
  return {
    headline: speaker.say('number.headline', { kind }),
    ...(answer.product || answer.help.alerts?.length ? { lots: lotsUnderWarning(facts) } : {}),
    lead: [...onFile(facts), speaker.say('number.same', { pack }), ...offered(facts)],
    steps: [speaker.say('number.step.lot', { pack }), ...lookUp(facts), ...pharmacist(facts)],
    actions: [
      actions.listen(facts),
      actions.enterLot(facts),
      ...asBarcode(facts),
      ...actions.callMaker(facts),
      actions.tip(facts),
    ],
  };
}

function onFile({ answer, speaker, category }: Facts): string[] {
  if (!answer.product) return [];
  const { name, netContent } = answer.product;
  const product = [name, netContent, answer.registrant?.name].filter(Boolean).join(', ');
  return [speaker.say(category === 'medicine' ? 'number.medicine' : 'number.product', { product })];
}

function offered({ answer, speaker }: Facts): string[] {
  const gtin = answer.identity.alternativeGtin;
  return gtin ? [speaker.say('number.asBarcode', { gtin: printedGtin(gtin) })] : [];
}

function lookUp({ answer, speaker }: Facts): string[] {
  const lookup = answer.help.officialLookup;
  if (!lookup) return [];
  return [speaker.say('number.step.lookup', { agency: speaker.pick(lookup.agency), host: lookup.host })];
}

const pharmacist = ({ speaker, category }: Facts) =>
  category === 'medicine' ? [speaker.say('number.step.pharmacist')] : [];

function asBarcode({ answer, speaker }: Facts): Action[] {
  const gtin = answer.identity.alternativeGtin;
  return gtin ? [{ do: 'as-barcode', text: speaker.say('action.asBarcode'), gtin }] : [];
}
