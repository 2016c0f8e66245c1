import type { Page } from 'playwright-core';

/** What stands on the screen of a check: an answer, a problem, or "not checked". */
export interface ShownScreen {
  /** What the headline is about, as the page marks it. */
  state: string;
  verdict: string | undefined;
  tone: string;
  kicker: string;
  headline: string;
  /** The sentences before the rest, one each. */
  sentences: string[];
  /** The main action, then the others. */
  actions: string[];
  /** Everything on the page. */
  text: string;
  title: string;
}

/** Waits for the outcome of a check and reads it. */
export async function shown(page: Page): Promise<ShownScreen> {
  await page.locator('article[data-state]:not([data-before])').waitFor();
  return page.evaluate(readScreen);
}

/** Does what leads to a new outcome on the same page, and reads that one. */
export async function shownAfter(page: Page, act: () => Promise<unknown>): Promise<ShownScreen> {
  await page.locator('article[data-state]').evaluate((article) => article.setAttribute('data-before', ''));
  await act();
  return shown(page);
}

/** Types a code on the page for typing and reads the outcome. */
export async function typeCode(page: Page, text: string): Promise<ShownScreen> {
  await page.goto('/type');
  await page.locator('#typed-field').fill(text);
  await page.locator('form [type=submit]').click();
  return shown(page);
}

/** Runs inside the page, so it can use nothing from this file. */
function readScreen(): ShownScreen {
  const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const article = document.querySelector<HTMLElement>('article[data-state]')!;
  const field = article.querySelector<HTMLElement>('[data-tone]')!;
  const top = field.parentElement!;
  const texts = (selector: string) =>
    [...top.querySelectorAll(selector)]
      .filter((each) => !each.closest('[role=group]'))
      .map((each) => clean(each.textContent))
      .filter(Boolean);
  return {
    state: article.dataset['state'] ?? '',
    verdict: article.dataset['verdict'],
    tone: field.dataset['tone'] ?? '',
    kicker: clean(field.querySelector('p')?.textContent),
    headline: clean(field.querySelector('h1')?.textContent),
    sentences: texts('p:not([data-tone] *), li, [data-notice]'),
    actions: texts('a, button, summary'),
    text: clean(document.body.innerText),
    title: document.title,
  };
}
