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
  for (const query of queries) {
    await page.goto(`${origin}/search/?${new URLSearchParams({ q: query.words })}`);
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

/** Nothing here is only right where the page says so and offers somebody to ask. */
async function placeOf(page: Page, { answers }: LabelledQuery, found: readonly string[]) {
  if (answers.length === 0) {
    const offered = await page.locator('#search-elsewhere a[href^="/contacts/"]').count();
    return found.length === 0 && offered > 0 ? 1 : undefined;
  }
  const at = found.findIndex((url) => answers.includes(url));
  return at < 0 ? undefined : at + 1;
}
