import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes every value, in text and in attributes', () => {
  const value = `<b>&"'`;
  expect(html`<p title="${value}">${value}</p>`.text).toBe(
    '<p title="&lt;b&gt;&amp;&quot;&#39;">&lt;b&gt;&amp;&quot;&#39;</p>',
  );
});

it('takes HTML as it is, joins lists, and says nothing of what is undefined', () => {
  const words = ['a', '<b>'].map((word) => html`<em>${word}</em>`);
  expect(html`<p>${words}${undefined}${0}</p>`.text).toBe('<p><em>a</em><em>&lt;b&gt;</em>0</p>');
});
