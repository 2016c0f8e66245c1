import type { Answer } from '@assay/contract';
import { expect, test } from 'vitest';
import { fixtures } from '../answer/fixtures.ts';
import { looks, readingKey, stateOf, type ReadingCount } from '../answer/index.ts';
import { en } from '../i18n/en.ts';
import type { Key, Lang } from '../i18n/index.ts';
import { vi } from '../i18n/vi.ts';
import { renderPage, type View } from './render.tsx';

const words: Record<Lang, Record<Key, string>> = { vi, en };

const page = (view: View, lang: Lang) =>
  renderPage({ lang, demo: true, assets: { script: '/assets/a.js', styles: ['/assets/a.css'] }, view });

/** What people see or hear, as one line of text. */
const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

interface Case {
  name: string;
  answer: Answer;
  lang: Lang;
  count: ReadingCount;
}

const cases: Case[] = Object.entries(fixtures).flatMap(([name, answer]) =>
  (['vi', 'en'] as const).flatMap((lang) =>
    (['first', 'second'] as const).map((count) => ({ name, answer, lang, count })),
  ),
);

const shown = ({ answer, lang, count }: Case) => {
  const again = count === 'second' ? { again: readingKey(answer) } : {};
  return page({ kind: 'answer', answer, text: 'x', ...again }, lang);
};

const DENIALS: Key[] = [
  'registered.limits',
  'notRegistered.lead',
  'maker.notVerifiedLead',
  'copies.lead',
  'decision.copied',
];

/** Denials as they may stand on a screen, whatever is filled in. */
const denials = (lang: Lang) =>
  DENIALS.map((key) => {
    const parts = words[lang][key]
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(parts.join('[^.]{1,20}'), 'g');
  });

test.each(cases)('$name ($lang, $count reading): no word claims more than the verdict (R7)', (each) => {
  const html = shown(each);
  const text = denials(each.lang).reduce((left, denial) => left.replace(denial, ''), textOf(html));
  expect(text.match(/hàng thật|chính hãng|an toàn|\bgenuine|\bsafe/i)).toBeNull();
  expect(text).not.toMatch(/\{\w+\}|undefined|\[object/);
});

const grave = cases.filter(({ answer, count }) =>
  ['red', 'amber'].includes(looks[stateOf(answer, count)].tone),
);

test.each(grave)(
  '$name ($lang, $count reading): the emergency line and the pharmacist stand under it (R9)',
  (each) => {
    const text = textOf(shown(each));
    const medicine = (each.answer.product?.category ?? 'medicine') === 'medicine';
    expect(text).toContain(each.lang === 'vi' ? 'Gọi 115' : 'Call 115');
    expect(text.includes(each.lang === 'vi' ? 'Hỏi dược sĩ' : 'Ask a pharmacist')).toBe(medicine);
  },
);

test.each(['serial not issued', 'lot mismatch', 'expiry mismatch'] as const)(
  '%s: the first reading only asks for another one (R10)',
  (name) => {
    const first = textOf(page({ kind: 'answer', answer: fixtures[name], text: 'x' }, 'vi'));
    expect(first).toContain('một lần nữa');
    expect(first).not.toMatch(/không có mã riêng này|không khớp với hồ sơ|Chưa nên dùng/);
  },
);

test.each(['infant milk', 'infant milk, no alerts', 'infant milk, recalled lot'] as const)(
  '%s: no text asks for a unit code or calls the product unknown (R3)',
  (name) => {
    for (const lang of ['vi', 'en'] as const) {
      const html = page({ kind: 'answer', answer: fixtures[name], text: 'x' }, lang);
      const text = textOf(html);
      expect(text).not.toMatch(/quét mã riêng|scan the unit code|chưa rõ|chưa có thông tin|unknown/i);
      expect(text).toContain('Sữa công thức Mầm Xanh số 1');
      expect(html).toMatch(/<title>[^<]*(Mầm Xanh|B03)/);
    }
  },
);

test('a lot under a warning is told before the first sentence', () => {
  const text = textOf(page({ kind: 'answer', answer: fixtures['infant milk'], text: 'x' }, 'vi'));
  expect(text.indexOf('Lô đang có cảnh báo: B03')).toBeLessThan(text.indexOf('Mọi lon cùng loại'));
});

test('a first check says nothing of earlier ones, a later one does', () => {
  const view = (answer: Answer): View => ({ kind: 'answer', answer, text: 'x' });
  expect(textOf(page(view(fixtures.registered), 'vi'))).not.toContain('Đã kiểm tra');
  expect(textOf(page(view(fixtures['registered, seen before']), 'vi'))).toContain(
    'Đã kiểm tra 3 lần từ 02/11/2026',
  );
});

test('a page has no inline script or style, names its language and never loads from elsewhere', () => {
  for (const view of [
    { kind: 'form' },
    { kind: 'help' },
    { kind: 'report' },
    { kind: 'samples', samples: [] },
    { kind: 'landing', url: 'https://assay.example/01/09521234500017/21/A?x="><b>' },
  ] as const satisfies View[]) {
    const html = page(view, 'en');
    expect(html).toContain('<html lang="en" data-demo>');
    expect(html).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son\w+="|"><b>/);
    expect(html.match(/(?:src|href)="https?:[^"]*"/g)).toBeNull();
  }
});

test('an answer to a posted form carries no script that would replace it', () => {
  const answered = page({ kind: 'answer', answer: fixtures.registered, text: 'x' }, 'vi');
  expect(answered).not.toContain('<script');
  expect(page({ kind: 'form' }, 'vi')).toContain('<script type="module" src="/assets/a.js">');
});

test('what was not checked looks like no verdict (R1)', () => {
  const html = page({ kind: 'not-checked', text: '8934563138165' }, 'vi');
  expect(html).toContain('data-tone="not-checked"');
  expect(textOf(html)).toContain('Đây không phải kết quả về sản phẩm');
  expect(textOf(html)).toContain('8934 5631 3816 5');
});

test('a typed code is asked for again with the first reading in the form', () => {
  const view: View = {
    kind: 'answer',
    answer: fixtures['serial not issued, typed'],
    text: 'T',
  };
  expect(page(view, 'vi')).toMatch(/<input[^>]*name="again"[^>]*value="[^"]*7KQ2M9XT4WPHC3RDA/);
  expect(textOf(page(view, 'vi'))).toContain('7KQ2 M9XT 4WPH C3RD A');
});

test('behind a graver reason no line says that the code is registered as well, nor whose barcode it is', () => {
  for (const name of ['decision', 'brand not verified', 'link of the maker'] as const) {
    const answer: Answer = {
      ...fixtures[name],
      reasons: [...fixtures[name].reasons, 'no-unit-code', 'code-registered'],
    };
    const text = textOf(page({ kind: 'answer', answer, text: 'x', again: readingKey(answer) }, 'vi'));
    expect(text).not.toMatch(/Mã này do|Mã vạch này là của/);
  }
});

test('no path of an address becomes a link, since one that begins with two slashes leads to another host', () => {
  const html = renderPage({
    lang: 'vi',
    demo: false,
    assets: { script: '/a.js', styles: [] },
    view: { kind: 'not-found' },
    path: '//evil.example/x',
  });
  expect(html).not.toContain('evil.example');
  expect(html).toContain('href="?lang=en"');
});
