import { useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, Stack } from '../../ui/index.ts';
import css from './print-question.module.css';

/** Whether the print agrees with the maker's file: the eye compares what the code cannot. */
export function PrintQuestion({ question, onDiffers }: { question: string; onDiffers: () => void }) {
  const { say } = useSpeaker();
  const [reply, setReply] = useState<'yes' | 'cannot' | undefined>();
  return (
    <div class={css.question}>
      <Stack gap={3}>
        <p class={css.ask}>{question}</p>
        <div class={css.replies} role="group" aria-label={question}>
          <Button pressed={reply === 'yes'} onClick={() => setReply('yes')}>
            {say('match.yes')}
          </Button>
          <Button onClick={onDiffers}>{say('match.no')}</Button>
          <Button pressed={reply === 'cannot'} onClick={() => setReply('cannot')}>
            {say('match.cannotRead')}
          </Button>
        </div>
        <p role="status" class={css.reply}>
          {reply === 'yes' && say('match.thanks')}
          {reply === 'cannot' && say('match.unreadable')}
        </p>
      </Stack>
    </div>
  );
}
