import type { Sample } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { useArrival } from '../../app/use-arrival.ts';
import { check } from '../../check/index.ts';
import { getSamples } from '../../client/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { SamplesView } from './samples-view.tsx';

export function SamplesPage() {
  const { say } = useSpeaker();
  const { route } = useLocation();
  const heading = useArrival(say('samples.title'));
  const [samples, setSamples] = useState<readonly Sample[] | undefined>();
  useEffect(() => {
    const asking = new AbortController();
    getSamples(asking.signal).then(setSamples, () => undefined);
    return () => asking.abort();
  }, []);
  if (!samples) return null;
  return (
    <SamplesView
      samples={samples}
      titleRef={heading}
      onCheck={({ text, format }) => {
        void check({ text, format });
        route(paths.answer);
      }}
    />
  );
}
