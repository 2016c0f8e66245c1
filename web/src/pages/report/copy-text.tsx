import { useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, Stack } from '../../ui/index.ts';
import css from './copy-text.module.css';

/** Lines to be copied; where the clipboard is closed they can still be selected. */
export function CopyText({ text }: { text: string }) {
  const { say } = useSpeaker();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Stack gap={3}>
      <pre class={css.text}>{text}</pre>
      <Button kind="main" onClick={copy}>
        {say('action.copy')}
      </Button>
      <p role="status">{copied && say('action.copied')}</p>
    </Stack>
  );
}
