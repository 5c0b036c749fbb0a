import { formatDate } from '../dates/format.ts';
import type { Context } from './context.ts';

/**
 * What an edition adds to a day on which a living page last changed: a bulletin, which cannot
 * change any more, says as at which day it shows the page; the edition's web page says when the
 * living page has changed since. Elsewhere nothing.
 * @param changed the day of the last change, YYYY-MM-DD
 */
export function asAtNote(
  changed: string,
  { edition, asAt }: Pick<Context, 'edition' | 'asAt'>,
): string {
  if (edition === 'bulletin') return ` (as at ${formatDate(asAt)})`;
  return edition === 'page' && changed > asAt ? ', since this edition' : '';
}
