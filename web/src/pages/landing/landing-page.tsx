import { paths } from '@assay/contract/paths';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { check } from '../../check/index.ts';
import { Asking } from '../answer/asking.tsx';

/** A Digital Link that the phone's own camera opened: it is checked at once, by its whole address. */
export function LandingPage() {
  const { route } = useLocation();
  useEffect(() => {
    void check({ text: location.href, format: 'qr_code' });
    route(paths.answer, true);
  }, [route]);
  return <Asking />;
}
