import type { CheckRequest } from '@assay/contract';
import type { AdversaryWorld } from './adversary-world.ts';
import { CARRIERS, MAKERS_HOST, OWN_HOST, type Pack, typedLoosely } from './packs.ts';
import type { Random } from './random.ts';

const UPPER = 'HTTPS://ASSAY.EXAMPLE';

/** Genuine packs by how they are read; every one of them must be `authentic`. */
export function genuineReadings(world: AdversaryWorld, random: Random): Record<string, () => CheckRequest> {
  const bare = ({ gtin, serial }: Pack) => ({ gtin, serial });
  const any = () => random.pick(world.genuine);
  const carrier = () => random.pick(Object.values(CARRIERS));
  const printedLot = (lot: string) =>
    random.pick([lot, lot.toLowerCase(), `LOT ${lot}`, `Lô: ${lot}`, ` ${lot} `]);
  const printedDay = (iso: string) => {
    const [year = '', month = '', day = ''] = iso.split('-');
    const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() === Number(day);
    return random.pick([`${day}/${month}/${year}`, ...(lastDay ? [`${month}/${year}`] : [])]);
  };

  const byCarrier = Object.entries(CARRIERS).map(
    ([name, read]) => [name, () => read(bare(any()), OWN_HOST)] as const,
  );
  return {
    ...Object.fromEntries(byCarrier),
    'Digital Link on the host that the maker declared': () =>
      CARRIERS['Digital Link in a QR']!(bare(any()), MAKERS_HOST),
    'Digital Link with its host in capitals': () => CARRIERS['Digital Link in a QR']!(bare(any()), UPPER),
    'typed with look-alikes, small letters and hyphens': () =>
      typedLoosely(random, random.pick(world.genuine.filter(({ issued }) => issued))),
    'with its right lot and expiry in the code': () => {
      const { gtin, serial, lot, expiry } = random.pick(world.dated);
      return carrier()({ gtin, serial, lot, expiry: expiry! }, OWN_HOST);
    },
    'with its right lot and expiry in print': () => {
      const pack = random.pick(world.dated);
      return {
        ...carrier()(bare(pack), OWN_HOST),
        printed: { lot: printedLot(pack.lot), expiry: printedDay(pack.expiry!) },
      };
    },
  };
}
