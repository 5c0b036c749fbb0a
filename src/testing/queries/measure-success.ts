import type { Page } from 'playwright-core';
import type { LabelledQuery } from './labelled.ts';

/** What a reader got for one query. */
export interface Answer {
  query: LabelledQuery;
  /** Addresses of the results from the root of the site, best first. */
  found: readonly string[];
  /** The place of the first right answer, from 1; 1 for a rightful "nothing here"; none if it is not there. */
  place: number | undefined;
}

export interface Success {
  answers: readonly Answer[];
  /** The share of queries with a right answer first, and among the first three: 0 to 1. */
  at1: number;
  at3: number;
}

/**
 * Asks the search page every query, as a reader would, and looks where the right answer stands.
 * @param origin of the built site, being served
 */
export async function measureSuccess(
  page: Page,
  origin: string,
  queries: readonly LabelledQuery[],
): Promise<Success> {
  const answers: Answer[] = [];
  await page.goto(`${origin}/search/`);
  for (const query of queries) {
    // On one page, as by somebody who asks again: opening it anew takes ten times as long.
    await page.evaluate(askFor, query.words);
    await page.locator('#search-status').filter({ hasText: /./ }).waitFor();
    const found = await page
      .locator('#search-results > li h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    answers.push({ query, found, place: await placeOf(page, query, found) });
  }
  const within = (most: number) =>
    answers.filter(({ place }) => place !== undefined && place <= most).length / answers.length;
  return { answers, at1: within(1), at3: within(3) };
}

/** Asks for words with the form, from no answer; runs in the browser. */
function askFor(words: string): void {
  const form = document.querySelector<HTMLFormElement>('#search');
  const box = form?.querySelector<HTMLInputElement>('[name=q]');
  if (!form || !box) throw new Error('there is no form to ask with');
  document.querySelector('#search-status')?.replaceChildren();
  box.value = words;
  form.requestSubmit();
}

/** Nothing here is only right where the page says so and offers somebody to ask. */
async function placeOf(page: Page, { answers }: LabelledQuery, found: readonly string[]) {
  if (answers.length === 0) {
    const offered = await page.locator('#search-elsewhere a[href^="/contacts/"]').count();
    return found.length === 0 && offered > 0 ? 1 : undefined;
  }
  const at = found.findIndex((url) => answers.includes(url));
  return at < 0 ? undefined : at + 1;
}
