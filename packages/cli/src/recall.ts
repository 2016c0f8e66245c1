import { type Command, given, required, wholeNumber, word } from './command.ts';

export const recall: Command = {
  usage: 'BATCH --reason-vi TEXT --reason-en TEXT [--until DAY]',
  about: 'recall a lot: everybody who checks a pack of it is told at once',
  help: `BATCH is the number of the lot. The reason is public, in both languages. To lift a recall takes two owners, at the
console.

  --reason-vi TEXT, --reason-en TEXT
  --until DAY               the last day on which it holds, as 2026-01-31`,
  options: {
    'reason-vi': { type: 'string' },
    'reason-en': { type: 'string' },
    until: { type: 'string' },
  },
  async run(call) {
    const batch = wholeNumber(word(call, 0, 'BATCH'), 'BATCH');
    const { until } = given(call, 'until');
    const reason = { vi: required(call, 'reason-vi'), en: required(call, 'reason-en') };
    const client = call.client();
    await client.batches.recall(batch, { reason, ...(until && { until }) });
    const recalled = await client.batches.read(batch).catch(() => undefined);
    return { json: recalled ?? { id: batch }, text: `Lot ${recalled?.lot ?? batch} is recalled.` };
  },
};
