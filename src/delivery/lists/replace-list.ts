import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import { maskAddress } from '../list-files/address.ts';
import type { Store } from '../store/store.ts';

const leaver = z.object({ address: z.string() });

/** How many are named in a refusal; the rest is a number. */
const named = 20;

/**
 * Takes everybody off a list who is not among the rows that wait, as part of a merge; but nobody who signed up by
 * themselves, whom the system that the file comes from does not know.
 * @param expect how many a person expects to leave
 * @throws {BadInput} saying who would leave, addresses masked, unless it is exactly that many
 */
export function removeOthers(
  store: Store,
  list: Audience,
  file: string,
  expect: number | undefined,
  now: Date,
): number {
  const leavers = `FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
    WHERE p.list = $list AND p.status = 'subscribed'
      AND NOT EXISTS (SELECT 1 FROM temp.stage t WHERE t.address = s.address)
      AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.list = p.list AND c.subscriber = p.subscriber)`;
  const counted = z.object({ count: z.int() });
  const count = store.rows(counted, `SELECT count(*) AS count ${leavers}`, { list })[0]?.count ?? 0;
  if (count !== expect) {
    const first = store.rows(leaver, `SELECT s.address ${leavers} ORDER BY s.id LIMIT ${named}`, {
      list,
    });
    const names = first.map(({ address }) => maskAddress(address)).join(', ');
    const more = count > named ? ` and ${count - named} more` : '';
    throw new BadInput([
      {
        file: `the list ${list}`,
        expected:
          expect === undefined
            ? '--expect with how many people leave'
            : `${expect === 1 ? '1 person' : `${expect} people`} to leave`,
        found:
          count === 0 ? 'that nobody would leave' : `that ${count} would leave: ${names}${more}`,
        remedy: `If that is right, say --expect ${count}.`,
      },
    ]);
  }
  return store.change(
    `UPDATE subscriptions SET status = 'removed', reason = $reason, changed_at = $now
     WHERE list = $list AND status = 'subscribed' AND subscriber IN (SELECT s.id ${leavers})`,
    { list, reason: `not in ${file}`, now: now.toISOString() },
  );
}
