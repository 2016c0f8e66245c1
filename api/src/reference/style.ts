import { createHash } from 'node:crypto';
import { Html } from './html.ts';

const CSS = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7;
  --raised: #ffffff;
  --ink: #14202b;
  --soft: #4a5866;
  --hair: #dedcd5;
  --small: 0.9375rem;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #10161c; --raised: #18212a; --ink: #eaf0f5; --soft: #a9b6c2; --hair: #2b3641; }
}
* { box-sizing: border-box; min-inline-size: 0; }
html { scroll-padding-block-start: 1rem; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem / 1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  overflow-wrap: anywhere;
}
a { color: inherit; text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; border-radius: 4px; }
h1, h2, h3, h4, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: pretty; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.0625rem; }
h4 { color: var(--soft); font-size: var(--small); }
p { max-inline-size: 62ch; }
ul, ol { list-style: none; }
code, pre { font-family: ui-monospace, 'Cascadia Mono', Menlo, 'Noto Sans Mono', monospace; font-size: 0.9em; }
pre { padding: 0.75rem 1rem; border-radius: 0.75rem; background: var(--raised); white-space: pre-wrap; }
.skip { position: absolute; inset: 0.5rem auto auto 0.5rem; padding: 0.75rem 1rem; border-radius: 0.75rem;
  background: var(--ink); color: var(--paper); transform: translateY(-200%); }
.skip:focus { transform: none; }
header, .page { max-inline-size: 75rem; margin-inline: auto; padding: 1rem; }
header { display: grid; gap: 0.5rem; padding-block-end: 0; }
header > p:first-child { color: var(--soft); }
header > p:first-child a { color: var(--ink); font-weight: 700; }
.page { display: grid; gap: 2rem; padding-block-end: 6rem; }
main, section { display: grid; gap: 1.5rem; align-content: start; }
main { gap: 3rem; }
article { display: grid; gap: 0.75rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--hair); }
article:target { border-block-start-color: var(--ink); }
nav { display: grid; gap: 0.5rem; align-content: start; font-size: var(--small); }
h2::first-letter { text-transform: uppercase; }
nav h2 { margin-block-start: 0.5rem; font-size: inherit; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
nav a { display: inline-block; padding-block: 0.25rem; }
.method { padding: 0.1em 0.4em; border: 1px solid currentcolor; border-radius: 0.3em; }
.fields { display: grid; }
.fields > li { display: grid; gap: 0.25rem; padding-block: 0.5rem; border-block-start: 1px solid var(--hair); }
.fields > li:target { border-block-start-color: var(--ink); }
.fields .fields, .choices { margin-block-start: 0.25rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--hair); }
.field { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; }
.field > code { font-weight: 700; }
.field span, .field a, dd p { font-size: var(--small); }
.field span { color: var(--soft); }
.need { font-weight: 700; }
.words { display: flex; flex-wrap: wrap; gap: 0 1em; font-size: var(--small); }
.choices { display: grid; gap: 0.5rem; }
dl { display: grid; gap: 0.5rem; }
dl > div { display: grid; grid-template-columns: 3.5rem 1fr; }
dt { font-variant-numeric: tabular-nums; font-weight: 700; }
@media (min-width: 60rem) {
  .page { grid-template-columns: 17rem 1fr; gap: 3rem; }
  nav { position: sticky; inset-block-start: 0; max-block-size: 100vh; overflow-y: auto; padding-block: 1rem; }
  nav ul { display: grid; }
}
`;

/** Stands in the page itself, which so is one file. */
export const STYLE = new Html(`<style>${CSS}</style>`);

/** What the content security policy must name for the page to take this style and no other. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(CSS).digest('base64')}'`;
