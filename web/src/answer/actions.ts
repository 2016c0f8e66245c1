import { paths } from '@assay/contract/paths';
import type { Action } from './action.ts';
import type { Facts } from './facts.ts';

/** The buttons that several answers share. */
export const actions = {
  scan: ({ speaker }: Facts): Action => ({ do: 'scan', text: speaker.say('action.scan'), href: paths.home }),
  scanAgain: ({ speaker }: Facts): Action => ({
    do: 'scan',
    text: speaker.say('action.scanAgain'),
    href: paths.home,
  }),
  scanUnit: ({ speaker }: Facts): Action => ({
    do: 'scan',
    text: speaker.say('action.scanUnit'),
    href: paths.home,
  }),
  typeAgain: ({ speaker }: Facts) => ({
    do: 'type' as const,
    text: speaker.say('action.typeAgain'),
    href: paths.typed,
  }),
  lookUp: ({ answer, speaker }: Facts): Action => {
    const text = speaker.say('action.lookUp');
    const lookup = answer.help.officialLookup;
    return lookup ? { do: 'open', text, href: lookup.url } : { do: 'type', text, href: paths.typed };
  },
  enterLot: ({ speaker }: Facts): Action => ({
    do: 'enter-lot',
    text: speaker.say('action.enterLot'),
    href: '#lot',
  }),
  compareLot: ({ speaker }: Facts): Action => ({
    do: 'enter-lot',
    text: speaker.say('action.compareLot'),
    href: '#lot',
  }),
  tip: ({ speaker }: Facts): Action => ({ do: 'tip', text: speaker.say('action.tip'), href: paths.report }),
  reportSeller: ({ speaker }: Facts): Action => ({
    do: 'tip',
    text: speaker.say('action.reportSeller'),
    href: paths.report,
  }),
  bought: ({ speaker, pack }: Facts): Action => ({
    do: 'bought',
    text: speaker.say('action.bought', { pack }),
  }),
  understood: ({ speaker }: Facts): Action => ({ do: 'understood', text: speaker.say('action.understood') }),
  listen: ({ speaker }: Facts): Action => ({ do: 'listen', text: speaker.say('action.listen') }),
  /** Nothing where the maker's file holds no number: a number is never taken from the pack. */
  callMaker: ({ speaker, makersPhone }: Facts): Action[] =>
    makersPhone
      ? [
          {
            do: 'call',
            text: speaker.say('action.call', { phone: makersPhone }),
            href: telephone(makersPhone),
          },
        ]
      : [],
};

/** The page where the letters beside a square code are typed. */
export const typedLetters = `${paths.typed}?by=letters`;

/** RFC 3966; separators that people print are left out. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;
