import type { CheckAgain } from '@assay/contract';
import { looks, mainReason } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { Notice } from '../../ui/index.ts';

/** What was said then, and whether it has changed: stands above the answer of now. */
export function ThenAndNow({ then, changed }: Pick<CheckAgain, 'then' | 'changed'>) {
  const { say, day } = useSpeaker();
  const kicker = say(looks[mainReason(then.reasons)].kicker);
  return (
    <Notice>
      {say('shared.then', { date: day(then.day), kicker })} {say(changed ? 'shared.changed' : 'shared.same')}
    </Notice>
  );
}
