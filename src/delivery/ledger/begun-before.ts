import { formatLongDate, formatTime } from '../../dates/format.ts';
import { localTimeAt } from '../../dates/new-zealand.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Store } from '../store/store.ts';
import { actsOf } from '../trail/read-trail.ts';
import type { Dispatch } from './dispatch.ts';

/** Who began a dispatch, as the trail says; empty where they gave no name, or it is older than the trail. */
export const begunBy = (
  store: Store,
  { edition, audience }: Pick<Dispatch, 'edition' | 'audience'>,
): string =>
  actsOf(store, { edition }).find((one) => one.act === 'send' && one.audience === audience)
    ?.person ?? '';

/** The refusal of whoever wants to begin what somebody else began: nothing is started twice. */
export function begunBefore(store: Store, dispatch: Dispatch): Problem {
  const { edition, audience, total, frozenAt } = dispatch;
  const time = localTimeAt(new Date(frozenAt));
  const by = begunBy(store, dispatch);
  return {
    file: `the dispatch of ${edition} for ${audience}`,
    expected: 'none yet: an edition goes to an audience once',
    found: `one to ${total} subscribers that ${by === '' ? 'somebody' : by} started at ${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`,
    remedy: 'Nothing was started twice. See how far it is on its page.',
  };
}
