import type { Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSpeaker } from '../../i18n/index.ts';
import css from './asking.module.css';

/** Over 300 ms a page says what it waits for, over 5 s what one can do. */
export function Asking({ headlineRef }: { headlineRef?: Ref<HTMLHeadingElement> }) {
  const { say } = useSpeaker();
  const slow = useLater(5000);
  return (
    <div class={css.asking}>
      <div class={css.bars} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <h1 tabIndex={-1} ref={headlineRef ?? null}>
        {say('asking.title')}
      </h1>
      <p role="status">{slow && say('asking.slow')}</p>
    </div>
  );
}

function useLater(milliseconds: number): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return later;
}
