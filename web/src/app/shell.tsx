import { paths } from '@assay/contract/paths';
import type { ComponentChildren } from 'preact';
import { useSpeaker } from '../i18n/index.ts';
import { Glyph, type GlyphName, VisuallyHidden } from '../ui/index.ts';
import { Brand } from './brand.tsx';
import css from './shell.module.css';

interface Props {
  demo: boolean;
  /** Address of this page in the other language; `onSwitch` does it without leaving the page. */
  switchHref: string;
  onSwitch?: () => void;
  children: ComponentChildren;
}

/** What every page has: the skip link, the bar, the notice of a demo, one column. */
export function Shell({ demo, switchHref, onSwitch, children }: Props) {
  const { say, lang } = useSpeaker();
  return (
    <>
      <a class={css.skip} href="#main">
        {say('app.skip')}
      </a>
      <header class={css.bar}>
        <a class={css.home} href={paths.home}>
          <Brand name={say('app.name')} />
        </a>
        <nav class={css.nav} aria-label={say('app.menu')}>
          <BarLink href={paths.history} glyph="clock" text={say('nav.history')} />
          <BarLink href={paths.help} glyph="help" text={say('nav.help')} />
          <a
            class={css.switch}
            href={switchHref}
            hreflang={lang === 'vi' ? 'en' : 'vi'}
            lang={lang === 'vi' ? 'en' : 'vi'}
            onClick={
              onSwitch &&
              ((event) => {
                event.preventDefault();
                event.stopPropagation();
                onSwitch();
              })
            }
          >
            <span aria-hidden="true">{lang === 'vi' ? 'EN' : 'VI'}</span>
            <VisuallyHidden>{say('app.otherLanguage')}</VisuallyHidden>
          </a>
        </nav>
      </header>
      {demo && (
        <p class={css.demo}>
          {say('app.demo')} <a href={paths.samples}>{say('nav.samples')}</a>
        </p>
      )}
      <main id="main" class={css.main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

const BarLink = ({ href, glyph, text }: { href: string; glyph: GlyphName; text: string }) => (
  <a class={css.icon} href={href} title={text}>
    <Glyph name={glyph} />
    <VisuallyHidden>{text}</VisuallyHidden>
  </a>
);
