import { problemHeadline } from '../pages/problem/problem-view.tsx';
import { screenOf } from '../answer/index.ts';
import type { Speaker } from '../i18n/index.ts';
import { countOf } from './count-of.ts';
import type { View } from './page.ts';

/** Title of the window: the headline of an answer, the name of a page. */
export function titleOf(view: View, speaker: Speaker): string {
  const { say } = speaker;
  switch (view.kind) {
    case 'form':
      return say('home.title');
    case 'landing':
      return say('landing.title');
    case 'answer':
      return screenOf(view.answer, countOf(view), speaker).headline;
    case 'shared':
      return say('shared.title');
    case 'problem':
      return say(problemHeadline(view.problem));
    case 'not-checked':
      return say('notChecked.headline');
    case 'samples':
      return say('samples.title');
    case 'help':
      return say('help.title');
    case 'report':
      return say('report.title');
    case 'not-found':
      return say('problem.notFound');
  }
}
