import { LocationProvider } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { current } from '../check/index.ts';
import { LanguageProvider, type Lang } from '../i18n/index.ts';
import { chooseLanguage, demo, language, rememberDemo } from '../phone/index.ts';
import { Routes } from './routes.tsx';
import { Shell } from './shell.tsx';

export function App() {
  const lang = language.value;
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  useDemoNotice();
  return (
    <LocationProvider>
      <LanguageProvider lang={lang}>
        <Shell demo={demo.value} switchHref={`?lang=${other}`} onSwitch={() => chooseLanguage(other)}>
          <Routes />
        </Shell>
      </LanguageProvider>
    </LocationProvider>
  );
}

/** The first answer tells whether this is the demo; every page says so from then on. */
function useDemoNotice(): void {
  const now = current.value;
  useEffect(() => {
    if (now.kind === 'answer') rememberDemo(now.answer.demo === true);
  }, [now]);
}
