import { paths } from '@assay/contract/paths';
import { renderToString } from 'preact-render-to-string';
import { Shell } from '../app/shell.tsx';
import { LanguageProvider, speakers } from '../i18n/index.ts';
import type { ServerPage, View } from './page.ts';
import { titleOf } from './title.ts';
import { ViewOf } from './view.tsx';

export type { ServerPage, View } from './page.ts';

/**
 * One whole HTML document, without inline script or style. Pages that the app takes over carry its script; an answer
 * to a posted form carries none, since the app would replace it.
 */
export function renderPage(page: ServerPage): string {
  const speaker = speakers[page.lang];
  const other = page.lang === 'vi' ? 'en' : 'vi';
  const body = renderToString(
    <LanguageProvider lang={page.lang}>
      <Shell demo={page.demo} switchHref={`${page.path === undefined ? paths.home : ''}?lang=${other}`}>
        <ViewOf view={page.view} />
      </Shell>
    </LanguageProvider>,
  );
  return document(page, speaker.say('app.title', { page: titleOf(page.view, speaker) }), body);
}

function document({ lang, demo, assets, view }: ServerPage, title: string, body: string): string {
  const styles = assets.styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`).join('');
  const script = isTakenOver(view) ? `<script type="module" src="${escaped(assets.script)}"></script>` : '';
  return `<!doctype html>
<html lang="${lang}"${demo ? ' data-demo' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#10161c" media="(prefers-color-scheme: dark)">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icon-180.png">
<link rel="manifest" href="/manifest.webmanifest">
${styles}${script}
</head>
<body><div id="app">${body}</div></body>
</html>
`;
}

const isTakenOver = ({ kind }: View) => kind !== 'answer' && kind !== 'problem' && kind !== 'not-checked';

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  );
