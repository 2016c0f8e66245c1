import { useEffect, useRef } from 'preact/hooks';
import { useSpeaker } from '../i18n/index.ts';

let firstPage = true;

/**
 * What a page does when it opens: its title in the window, the focus on its heading. The very first page leaves the
 * focus where the browser put it. `again` moves the focus once more when it changes.
 */
export function useArrival(title: string, again: unknown = title) {
  const { say } = useSpeaker();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say('app.title', { page: title });
  }, [title, say]);
  useEffect(() => {
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, [again]);
  return heading;
}
