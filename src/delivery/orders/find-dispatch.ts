import { findCancelled, findDispatch, type Dispatch } from '../ledger/dispatch.ts';
import { listBulletins, newestBuiltEdition } from '../bulletins/list-bulletins.ts';
import type { Store } from '../store/store.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';

/**
 * The dispatch that a command line names.
 * @param word its date, the name of a correction, or "newest" for the latest edition that is built for the audience
 * @throws {BadInput} when nothing was sent yet
 */
export async function requireDispatch(
  store: Store,
  out: string,
  word: string,
  audience: Audience,
): Promise<Dispatch> {
  const newest = word === 'newest' && newestBuiltEdition(await listBulletins(out), audience);
  const edition = newest || word;
  const dispatch = findDispatch(store, edition, audience);
  if (dispatch) return dispatch;
  throw new BadInput([
    {
      file: `the dispatch of ${edition} for ${audience}`,
      expected: 'one that was begun',
      found: findCancelled(store, edition, audience)
        ? 'only one that was cancelled before anything had left'
        : 'none',
      remedy: 'Begin it with `npm run -s panui -- send`, or see `npm run -s panui -- status`.',
    },
  ]);
}
