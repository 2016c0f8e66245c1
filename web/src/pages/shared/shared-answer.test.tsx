import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { fixtures } from '../../answer/fixtures.ts';
import { LanguageProvider, speakers } from '../../i18n/index.ts';
import { screenOf } from '../../answer/index.ts';
import { SharedAnswer } from './shared-answer.tsx';

const shared = (answer: (typeof fixtures)[keyof typeof fixtures]) =>
  renderToString(
    <LanguageProvider lang="vi">
      <SharedAnswer answer={answer} count="first">
        <p>in full</p>
      </SharedAnswer>
    </LanguageProvider>,
  );

test('a link printed on a fake pack never opens a blue answer, and what warns is shown in full', () => {
  for (const answer of Object.values(fixtures)) {
    const html = shared(answer);
    expect(html).not.toContain('data-tone="blue"');
    expect(html === '<p>in full</p>').toBe(screenOf(answer, 'first', speakers.vi).tone !== 'blue');
  }
});
