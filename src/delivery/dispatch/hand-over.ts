import { BadInput, type Problem } from '../../problems/problem.ts';
import { schedule, type Dispatch } from '../ledger/dispatch.ts';
import { sealDispatch } from '../ledger/seal.ts';
import { signOfLife } from '../ledger/sign-of-life.ts';
import { reopenDispatch } from '../ledger/stop-dispatch.ts';
import { prepareDispatch, type PrepareOrder } from './prepare-dispatch.ts';

/**
 * Freezes a bulletin to its whole list, or lets the dispatch that was begun go on, and leaves it to the process that
 * carries what is scheduled (`carryScheduled`), which sends it at its time or at once. Whoever orders it need not stay.
 * @returns the dispatch as it was left; nothing of it has been sent here
 * @throws {BadInput} naming every reason not to send; nothing was changed
 */
export async function handOverDispatch(order: PrepareOrder): Promise<Dispatch> {
  const { store, sendAt, by = '' } = order;
  const { dispatch } = await prepareDispatch(order);
  // Whoever carries it would pause it again at once.
  if (!dispatch.attempted && dispatch.hash !== order.bulletin.hash)
    throw new BadInput([builtAnew(dispatch)]);
  const now = order.now();
  const isAhead = dispatch.sendAt !== null && Date.parse(dispatch.sendAt) > now.getTime();
  // Without a moment, it is no process's to carry; and one that lies back counts as missed.
  const timed =
    sendAt !== undefined || (isAhead && !dispatch.attempted)
      ? dispatch
      : schedule(store, dispatch, now);
  const sign = signOfLife(store, timed.id, order.now);
  sign.give();
  reopenDispatch(store, timed, by, now);
  await sealDispatch(store, timed, sign.give);
  sign.handOver();
  return timed;
}

const builtAnew = ({ edition, audience, hash }: Dispatch): Problem => ({
  file: `the dispatch of ${edition} for ${audience}`,
  expected: `the bulletin with which it was frozen (hash ${hash.slice(0, 12)})`,
  found: 'another one, which was published since',
  remedy:
    'Cancel this dispatch, of which nothing has left; then approve the new one, and send that.',
});
