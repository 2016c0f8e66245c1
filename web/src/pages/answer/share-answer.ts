import { paths } from '@assay/contract/paths';
import type { ReadingCount } from '../../answer/index.ts';
import type { Speaker } from '../../i18n/index.ts';

/** Sharing an answer shares the link that decides again (design section 4). Tells whether it was only copied. */
export async function shareAnswer(
  headline: string,
  checkId: string,
  count: ReadingCount,
  { say }: Speaker,
): Promise<boolean> {
  const url = new URL(paths.shared(checkId), location.origin);
  if (count === 'second') url.searchParams.set('reading', 'second');
  const text = say('shared.text', { headline: headline.replace(/\.$/, '') });
  try {
    if (navigator.share) {
      await navigator.share({ text, url: url.href });
      return false;
    }
    await navigator.clipboard.writeText(`${text} ${url.href}`);
    return true;
  } catch {
    return false;
  }
}
