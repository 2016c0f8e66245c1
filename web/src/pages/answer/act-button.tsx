import { paths } from '@assay/contract/paths';
import type { Action } from '../../answer/index.ts';
import { useSpeaker } from '../../i18n/index.ts';
import { Button, ButtonLink, type GlyphName } from '../../ui/index.ts';
import type { Acts } from './acts.ts';
import { Leave } from './leave.tsx';

interface Props {
  action: Action;
  kind: 'main' | 'second';
  /** What only a page with script can do; such buttons are left out without it. */
  acts: Acts | undefined;
}

const glyphs: Partial<Record<Action['do'], GlyphName>> = {
  scan: 'scan',
  type: 'keys',
  call: 'phone',
  open: 'away',
  listen: 'sound',
};

/** One thing to do next. */
export function ActButton({ action, kind, acts }: Props) {
  const { lang } = useSpeaker();
  const look = { kind, glyph: glyphs[action.do] };
  switch (action.do) {
    case 'scan':
    case 'type':
    case 'tip':
    case 'call':
      return (
        <ButtonLink {...look} href={action.href}>
          {action.text}
        </ButtonLink>
      );
    case 'open':
      return (
        <ButtonLink {...look} href={action.href} away={action.href.startsWith('https:')}>
          {action.text}
        </ButtonLink>
      );
    case 'leave':
      return <Leave text={action.text} href={action.href} />;
    case 'enter-lot':
      return (
        <ButtonLink
          {...look}
          href={action.href}
          onClick={() => document.getElementById('lot-field')?.focus()}
        >
          {action.text}
        </ButtonLink>
      );
    case 'as-barcode':
      return (
        <form
          method="post"
          action={paths.checkForm}
          onSubmit={acts && ((event) => sent(event, action.gtin, acts))}
        >
          <input type="hidden" name="text" value={action.gtin} />
          <input type="hidden" name="lang" value={lang} />
          <Button {...look} type="submit">
            {action.text}
          </Button>
        </form>
      );
    case 'bought':
    case 'understood':
    case 'listen':
      return (
        <Button {...look} onClick={() => acts?.[action.do]?.()}>
          {action.text}
        </Button>
      );
  }
}

function sent(event: Event, gtin: string, acts: Acts): void {
  event.preventDefault();
  acts.check({ text: gtin, format: 'typed' });
}
