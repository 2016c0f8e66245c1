import { useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, Row } from '../../ui/index.ts';

/** Asks once before everything goes. */
export function DeleteAll({ onDelete }: { onDelete: () => void }) {
  const { say } = useSpeaker();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button kind="quiet" glyph="trash" onClick={() => setAsked(true)}>
        {say('history.deleteAll')}
      </Button>
    );
  }
  return (
    <div role="group" aria-label={say('history.deleteAllSure')}>
      <p role="alert">{say('history.deleteAllSure')}</p>
      <Row>
        <Button onClick={onDelete}>{say('history.deleteAll')}</Button>
        <Button onClick={() => setAsked(false)}>{say('history.keep')}</Button>
      </Row>
    </div>
  );
}
