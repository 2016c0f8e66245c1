import { useEffect, useState } from 'preact/hooks';
import { useArrival } from '../../app/use-arrival.ts';
import { retryWaiting } from '../../check/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { type Entry, history } from '../../phone/index.ts';
import { Illustration, PageTitle, Stack } from '../../ui/index.ts';
import { InstallOffer } from '../help/install-offer.tsx';
import { DeleteAll } from './delete-all.tsx';
import { EntryRow } from './entry-row.tsx';
import css from './history-page.module.css';

/** What this phone has checked, newest first. */
export function HistoryPage() {
  const { say } = useSpeaker();
  const heading = useArrival(say('nav.history'));
  const { entries, denied, reload } = useEntries();
  return (
    <>
      <PageTitle
        title={say('history.title')}
        lead={say(denied ? 'history.unavailable' : 'history.lead')}
        titleRef={heading}
      />
      {entries?.length === 0 && (
        <div class={css.empty}>
          <Illustration name="nothing" />
          <h2>{say('history.empty')}</h2>
          <p>{say('history.emptyLead')}</p>
        </div>
      )}
      {entries && entries.length > 0 && (
        <Stack gap={5}>
          <ul class={css.list}>
            {entries.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                onDelete={() => void history.remove(entry.id).then(reload)}
              />
            ))}
          </ul>
          <DeleteAll onDelete={() => void history.clear().then(reload)} />
        </Stack>
      )}
      <InstallOffer />
    </>
  );
}

function useEntries() {
  const [entries, setEntries] = useState<Entry[] | undefined>();
  const [denied, setDenied] = useState(false);
  const reload = () => history.list().then(setEntries, () => setDenied(true));
  useEffect(() => {
    const ask = () => void retryWaiting().then((answered) => (answered ? reload() : undefined));
    void reload();
    ask();
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, []);
  return { entries, denied, reload };
}
