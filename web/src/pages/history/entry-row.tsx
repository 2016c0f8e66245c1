import { paths } from '@assay/contract/paths';
import { useLocation } from 'preact-iso';
import { looks, notChecked, screenOf } from '../../answer/index.ts';
import { retry } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import type { Entry } from '../../phone/index.ts';
import { Glyph, SignIcon } from '../../ui/index.ts';
import css from './entry-row.module.css';

/** One check: its sign, what it was, when; saved ones are asked again with a tap. */
export function EntryRow({ entry, onDelete }: { entry: Entry; onDelete: () => void }) {
  const speaker = useSpeaker();
  const { say, time } = speaker;
  const { route } = useLocation();
  const { answer, count = 'first', request } = entry;
  const screen = answer && screenOf(answer, count, speaker);
  const title = answer?.product?.name ?? request.text.replaceAll('\u001D', ' ').slice(0, 60);
  const waiting = () => {
    void retry(entry.id, request);
    route(paths.answer);
  };
  const inside = (
    <>
      <span class={css.sign} data-tone={screen?.tone ?? 'not-checked'}>
        <SignIcon name={screen ? looks[screen.state].sign : notChecked.sign} size={32} />
      </span>
      <span class={css.words}>
        <span class={css.title}>{title}</span>
        <span class={css.kicker}>{screen?.kicker ?? say('history.waiting')}</span>
        <span class={css.more}>
          {time(entry.at)}
          {entry.bought && ` · ${say('history.bought')}`}
        </span>
      </span>
    </>
  );
  return (
    <li class={css.row}>
      {answer ? (
        <a class={css.link} href={sharedHref(answer.checkId, count)}>
          {inside}
        </a>
      ) : (
        <button type="button" class={css.link} onClick={waiting}>
          {inside}
        </button>
      )}
      <button
        type="button"
        class={css.delete}
        aria-label={say('history.deleteOne', { what: title })}
        onClick={onDelete}
      >
        <Glyph name="trash" />
      </button>
    </li>
  );
}

const sharedHref = (checkId: string, count: 'first' | 'second') =>
  count === 'second' ? `${paths.shared(checkId)}?reading=second` : paths.shared(checkId);
