import { z } from 'zod';
import { dayAt } from '../../dates/new-zealand.ts';
import { audienceId } from '../../schemas/audience-id.ts';
import type { Audience } from '../../publication/site.ts';
import type { Store } from '../store/store.ts';
import { keepSuppressions, openSuppressions } from '../suppressions/suppression.ts';
import { subscriptionsOfPerson, unsubscribe } from './unsubscribe.ts';

/** Who asks to leave: by a normalised address, or by the token in the subject of their message. */
export type Asker = { address: string } | { token: string };

const placeSchema = z.object({ list: audienceId, token: z.string() });

/**
 * Takes somebody off who asked by mail or telephone: off the list that a token names, or off all lists of
 * an address, those that they were never on as well, or only off `list`.
 * @param by who does it, which is kept as the reason
 * @returns the lists that they were on until now
 */
export function unsubscribeByHand(
  store: Store,
  asker: Asker,
  list: Audience | undefined,
  by: string,
  now: Date,
): Audience[] {
  return store.transaction(() => {
    const left = placesOf(store, asker)
      .filter((place) => list === undefined || place.list === list)
      .filter(({ token }) => unsubscribe(store, token, `asked; done by ${by}`, now))
      .map((place) => place.list);
    if (left.length > 0 && list === undefined && 'address' in asker) {
      const waiting = openSuppressions(store);
      const said = {
        reason: 'unsubscribed',
        detail: 'asked',
        source: by,
        saidOn: dayAt(now),
      } as const;
      waiting.add({ address: asker.address, list: '*', ...said });
      keepSuppressions(store, waiting, now);
    }
    return left;
  });
}

function placesOf(store: Store, asker: Asker) {
  if ('token' in asker) {
    return subscriptionsOfPerson(store, asker.token).filter(({ token }) => token === asker.token);
  }
  return store.rows(
    placeSchema,
    `SELECT p.list, p.token FROM subscribers s JOIN subscriptions p ON p.subscriber = s.id
     WHERE s.address = $address ORDER BY p.list`,
    { address: asker.address },
  );
}
