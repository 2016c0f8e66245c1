import { loadConfig } from '../../src/config/index.ts';
import { openRegistry } from '../../src/ops/open-registry.ts';
import { VERBS } from '../../src/ops/verbs.ts';

export interface VerbOrder {
  name: string;
  input: unknown;
}

export interface VerbDone {
  /** Milliseconds of the wall clock when the commit was acknowledged. */
  at: number;
  fault?: string;
}

/** A process that runs the operator's verbs, one after the other, as its parent orders them. */
const ctx = await openRegistry(loadConfig(process.env));
const actor = { kind: 'operator', id: 'drill', name: 'drill' } as const;

process.on('message', (order: VerbOrder) => void run(order));
process.on('disconnect', () => process.exit());
process.send!('ready');

async function run({ name, input }: VerbOrder): Promise<void> {
  const fault = await VERBS[name]!.run(ctx, actor, input).then(
    () => ({}),
    (error: Error) => ({ fault: error.message }),
  );
  process.send!({ at: Date.now(), ...fault } satisfies VerbDone);
}
