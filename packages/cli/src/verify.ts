import type { Answer } from '@assay/contract';
import { FORMATS } from '@assay/contract/lists';
import { type Command, given, oneOf, word } from './command.ts';
import { EXIT } from './exit-codes.ts';

const EXITS: Record<Answer['verdict'], number> = {
  authentic: EXIT.done,
  unknown: EXIT.unknown,
  'reported-counterfeit': EXIT.reported,
};

export const verify: Command = {
  usage: 'TEXT [--format FORMAT] [--aim AIM]',
  about: 'check a code as a phone would',
  help: `It counts as a check of that pack, as every check does. The answer is about the code: it says nothing of contents, seal or
seller. Ends with 0 for authentic, ${EXIT.unknown} for unknown, ${EXIT.reported} for reported-counterfeit.

  --format FORMAT           ${FORMATS.join(', ')}; typed unless given
  --aim AIM                 what the decoder tells of the symbology, such as ]d2`,
  options: { format: { type: 'string', default: 'typed' }, aim: { type: 'string' } },
  async run(call) {
    const { format = 'typed', aim } = given(call, 'format', 'aim');
    const answer = await call.client().check({
      text: word(call, 0, 'TEXT'),
      format: oneOf(FORMATS, format, '--format'),
      ...(aim && { aim }),
    });
    return { json: answer, text: linesOf(answer).join('\n'), exit: EXITS[answer.verdict] };
  },
};

function linesOf({ verdict, scope, reasons, flags, product, registrant, history }: Answer): string[] {
  return [
    `${verdict} (${scope}): ${[...reasons, ...flags].join(', ')}`,
    ...(product ? [product.name] : []),
    ...(registrant ? [`Registered by ${registrant.name} (${registrant.status})`] : []),
    ...(history
      ? [`Check number ${history.checks}, the first on ${history.first}, in ${history.places} provinces`]
      : []),
    'This is about the code: it says nothing of contents, seal or seller.',
  ];
}
