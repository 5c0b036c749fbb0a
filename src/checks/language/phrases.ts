import { findOwn } from './find-in.ts';
import type { Page } from '../reading/page.ts';
import type { Fault } from '../rule.ts';

/** A phrase that there is a better word for. */
export type Better = readonly [pattern: RegExp, better: string];

/** Every phrase of a list in the author's own words, with the better one. */
export function* findPhrases(
  page: Page,
  list: readonly Better[],
  message: (words: string) => string,
): Generator<Fault> {
  for (const [pattern, better] of list) {
    for (const { text, place } of findOwn(page, pattern)) {
      yield { at: place, message: message(text), suggestion: better };
    }
  }
}
