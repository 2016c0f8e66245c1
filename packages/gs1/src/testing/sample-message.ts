import { assignedAis, ruleOf } from '../dictionary.ts';
import type { Element } from '../identity.ts';
import type { Random } from './random.ts';
import { sampleValue } from './sample-value.ts';

const AIS = assignedAis();

/** Elements around `ai` that the dictionary should accept unless some of them exclude each other. */
export function sampleMessage(ai: string, random: Random): Element[] {
  const ais = withRequired([ai], random);
  return ais.map((each) => ({ ai: each, value: sampleValue(each, random) }));
}

/** Adds one of the choices that each AI requires until all are met. */
export function withRequired(start: string[], random: Random): string[] {
  const ais = [...start];
  for (let i = 0; i < ais.length && ais.length < 12; i++) {
    for (const choice of ruleOf(ais[i]!)?.required ?? []) {
      if (choice.some((set) => set.every((pattern) => ais.some((ai) => fits(ai, pattern))))) continue;
      for (const pattern of random.pick(choice)) ais.push(random.pick(AIS.filter((ai) => fits(ai, pattern))));
    }
  }
  return [...new Set(ais)];
}

const fits = (ai: string, pattern: string) => new RegExp(`^${pattern.replaceAll('n', '\\d')}$`).test(ai);

/** Spoils elements in one of the ways in which printers do. */
export function spoil(elements: Element[], random: Random): Element[] {
  const index = random.below(elements.length);
  const { ai, value } = elements[index]!;
  const at = random.below(value.length + 1);
  const replaced = (changed: Partial<Element>) => elements.with(index, { ai, value, ...changed });
  switch (random.below(7)) {
    case 0:
      return replaced({ value: value.slice(0, at) + random.text('0123456789', 1) + value.slice(at + 1) });
    case 1:
      return replaced({ value: value.slice(0, at) + random.text('#@$~ |aZ9', 1) + value.slice(at) });
    case 2:
      return replaced({ value: value.slice(0, -1) });
    case 3:
      return replaced({ ai: random.pick(AIS) });
    case 4:
      return [...elements, { ai, value: sampleValue(ai, random) }];
    case 5:
      return elements.filter((_, other) => other !== index);
    default:
      return [...elements, ...sampleMessage(random.pick(AIS), random)];
  }
}
