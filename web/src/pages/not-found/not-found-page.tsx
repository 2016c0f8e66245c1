import { paths } from '@assay/contract/paths';
import { useArrival } from '../../app/use-arrival.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { ButtonLink, PageTitle } from '../../ui/index.ts';

export function NotFoundPage() {
  const { say } = useSpeaker();
  const heading = useArrival(say('problem.notFound'));
  return (
    <>
      <PageTitle title={say('problem.notFound')} lead={say('problem.notFoundLead')} titleRef={heading} />
      <ButtonLink kind="main" href={paths.home} glyph="scan">
        {say('nav.home')}
      </ButtonLink>
    </>
  );
}
