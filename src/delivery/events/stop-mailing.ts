import { allLists } from '../store/all-lists.ts';
import type { Store } from '../store/store.ts';
import type { DeliveryEvent } from './event.ts';
import type { ReportedDelivery } from './find-delivery.ts';

/**
 * Takes somebody off every list for good, whose mailbox does not exist or who called a bulletin spam:
 * providers of mailboxes count each further message against the sender. It is written to every place
 * they have on a list, also to those they left, so that nothing brings them back there.
 */
export function stopMailing(
  store: Store,
  { state, detail }: Pick<DeliveryEvent, 'state' | 'detail'>,
  { address, edition, audience }: Pick<ReportedDelivery, 'address' | 'edition' | 'audience'>,
  now: Date,
): void {
  const bulletin = `the bulletin of ${edition} for ${audience}`;
  const complained = state === 'complained';
  const kind = detail === '' ? '' : ` (${detail})`;
  store.change(
    `UPDATE subscriptions SET status = $status, reason = $reason, changed_at = $now
     WHERE subscriber = (SELECT id FROM subscribers WHERE address = $address)
       AND list IN (SELECT value FROM json_each($lists))
       AND status <> 'complained' AND status <> $status`,
    {
      lists: JSON.stringify(allLists(store)),
      address,
      status: complained ? 'complained' : 'bounced',
      reason: complained ? `called ${bulletin} spam` : `${bulletin} bounced for good${kind}`,
      now: now.toISOString(),
    },
  );
}
