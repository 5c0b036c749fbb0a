import { formatDate } from '../dates/format.ts';
import type { Guidance } from '../schemas/guidance.ts';
import type { Context } from './context.ts';

/**
 * What a quotation adds where the guidance was withdrawn, as a sentence with a space before it. A bulletin,
 * which cannot change any more, says nothing of what came after it.
 */
export const withdrawnNote = (
  { withdrawn }: Pick<Guidance, 'withdrawn'>,
  { edition, asAt }: Pick<Context, 'edition' | 'asAt'>,
): string =>
  withdrawn && !(edition === 'bulletin' && withdrawn.on > asAt)
    ? ` It was withdrawn on ${formatDate(withdrawn.on)}.`
    : '';
