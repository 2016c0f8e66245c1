import type { Sample } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { Ref } from 'preact';
import { looks } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, PageTitle } from '../../ui/index.ts';
import css from './samples-view.module.css';

interface Props {
  samples: readonly Sample[];
  onCheck?: (sample: Sample) => void;
  titleRef?: Ref<HTMLHeadingElement>;
}

/** The printable codes of the demo, to be scanned from the screen with a phone. */
export function SamplesView({ samples, onCheck, titleRef }: Props) {
  const { say } = useSpeaker();
  return (
    <>
      <PageTitle
        title={say('samples.title')}
        lead={say(samples.length > 0 ? 'samples.lead' : 'samples.none')}
        {...(titleRef ? { titleRef } : {})}
      />
      <ol class={css.samples}>
        {samples.map((sample, index) => (
          <SampleItem
            key={`${sample.format} ${sample.text}`}
            sample={sample}
            n={index + 1}
            onCheck={onCheck}
          />
        ))}
      </ol>
    </>
  );
}

interface ItemProps {
  sample: Sample;
  n: number;
  onCheck: ((sample: Sample) => void) | undefined;
}

function SampleItem({ sample, n, onCheck }: ItemProps) {
  const { say, pick, lang } = useSpeaker();
  return (
    <li class={css.sample}>
      <div class={css.code}>
        <img src={paths.sampleCode(n)} alt={sample.text.replaceAll('\u001D', ' ')} loading="lazy" />
      </div>
      <h2 class={css.title}>{pick(sample.title)}</h2>
      <p class={css.expect}>{say('samples.expect', { kicker: say(looks[sample.reason].kicker) })}</p>
      <form
        method="post"
        action={paths.checkForm}
        onSubmit={
          onCheck &&
          ((event) => {
            event.preventDefault();
            onCheck(sample);
          })
        }
      >
        <input type="hidden" name="text" value={sample.text} />
        <input type="hidden" name="lang" value={lang} />
        <Button type="submit">{say('samples.check')}</Button>
      </form>
    </li>
  );
}
