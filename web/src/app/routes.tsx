import { paths } from '@assay/contract/paths';
import { lazy, Route, Router } from 'preact-iso';
import { AnswerPage } from '../pages/answer/index.ts';
import { HomePage } from '../pages/home/index.ts';
import { LandingPage } from '../pages/landing/index.ts';
import { NotFoundPage } from '../pages/not-found/index.ts';

const TypedPage = lazy(() => import('../pages/typed/index.ts').then((page) => page.TypedPage));
const HistoryPage = lazy(() => import('../pages/history/index.ts').then((page) => page.HistoryPage));
const HelpPage = lazy(() => import('../pages/help/index.ts').then((page) => page.HelpPage));
const ReportPage = lazy(() => import('../pages/report/index.ts').then((page) => page.ReportPage));
const SamplesPage = lazy(() => import('../pages/samples/index.ts').then((page) => page.SamplesPage));
const SharedPage = lazy(() => import('../pages/shared/index.ts').then((page) => page.SharedPage));

/** Every page of the phone, top to bottom. */
export const Routes = () => (
  <Router>
    <Route path={paths.home} component={HomePage} />
    <Route path={paths.typed} component={TypedPage} />
    <Route path={paths.answer} component={AnswerPage} />
    <Route path={paths.history} component={HistoryPage} />
    <Route path={paths.help} component={HelpPage} />
    <Route path={paths.report} component={ReportPage} />
    <Route path={paths.samples} component={SamplesPage} />
    <Route path="/c/:checkId" component={SharedPage} />
    <Route path="/01/*" component={LandingPage} />
    <Route default component={NotFoundPage} />
  </Router>
);
