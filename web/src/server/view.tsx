import type { Answer } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { type ReadingCount, readingKey, stateOf } from '../answer/index.ts';
import { SharedAnswer } from '../pages/shared/shared-answer.tsx';
import { sharedText } from '../pages/shared/shared-text.ts';
import { ThenAndNow } from '../pages/shared/then-and-now.tsx';
import { AnswerView } from '../pages/answer/answer-view.tsx';
import { NotCheckedView } from '../pages/answer/not-checked-view.tsx';
import { HelpView } from '../pages/help/help-view.tsx';
import { ProblemView } from '../pages/problem/problem-view.tsx';
import { ReportView } from '../pages/report/report-view.tsx';
import { SamplesView } from '../pages/samples/samples-view.tsx';
import { TypedForm } from '../pages/typed/typed-form.tsx';
import { useSpeaker } from '../i18n/index.ts';
import { ButtonLink, PageTitle } from '../ui/index.ts';
import { countOf } from './count-of.ts';
import type { View } from './page.ts';

/** The same screens as on the phone, as plain HTML. */
export function ViewOf({ view }: { view: View }) {
  const { say } = useSpeaker();
  switch (view.kind) {
    case 'form':
      return (
        <>
          <PageTitle title={say('home.title')} lead={say('home.noScript')} />
          <TypedForm text={view.text} />
        </>
      );
    case 'landing':
      return (
        <>
          <PageTitle title={say('landing.title')} lead={say('landing.lead')} />
          <TypedForm text={view.url} />
        </>
      );
    case 'answer':
      return (
        <>
          <AnswerView answer={view.answer} count={countOf(view)} text={view.text} />
          {needsSecond(view.answer, countOf(view)) && <TypedForm again={readingKey(view.answer)} />}
        </>
      );
    case 'shared':
      return (
        <>
          <ThenAndNow then={view.then} changed={view.changed} />
          <SharedAnswer answer={view.now} count={view.count}>
            <AnswerView answer={view.now} count={view.count} text={sharedText(view.now)} />
          </SharedAnswer>
        </>
      );
    case 'problem':
      return (
        <>
          <ProblemView problem={view.problem} typed />
          {view.problem.code === 'misread' && <TypedForm text={view.text} />}
        </>
      );
    case 'not-checked':
      return <NotCheckedView text={view.text} saved={false} />;
    case 'samples':
      return <SamplesView samples={view.samples} />;
    case 'help':
      return <HelpView />;
    case 'report':
      return <ReportView />;
    case 'not-found':
      return (
        <>
          <PageTitle title={say('problem.notFound')} lead={say('problem.notFoundLead')} />
          <ButtonLink kind="main" href={paths.home}>
            {say('nav.home')}
          </ButtonLink>
        </>
      );
  }
}

/** A typed code is asked for again in the form of the first reading (R10); what was read off the pack has its own. */
function needsSecond(answer: Answer, count: ReadingCount): boolean {
  return (
    stateOf(answer, count) === 'read-again' && answer.compared.every(({ result }) => result !== 'differs')
  );
}
