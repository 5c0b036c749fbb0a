import { z } from 'zod';
import type { Claim } from '../../delivery/ledger/claimed-chunk.ts';
import { forgetPerson } from '../../delivery/people/forget-person.ts';
import { suppressPerson } from '../../delivery/suppressions/suppress.ts';
import type { Store } from '../../delivery/store/store.ts';
import { BadInput } from '../../problems/problem.ts';

/** Every way in which somebody stops being a subscriber. */
export const waysToLeave = [
  'unsubscribed',
  'removed',
  'bounced',
  'complained',
  'forgotten',
  'suppressed',
] as const;

export type WayToLeave = (typeof waysToLeave)[number];

type Span = Pick<Claim, 'first' | 'last'>;

const addressSchema = z.object({ address: z.string() });

/**
 * Watches a dispatch from outside the ledger, to know of whoever leaves whether a byte for them may have
 * left by then.
 */
export function watchLeavers() {
  const requests = new Map<string, readonly string[]>();
  let sure = new Set<string>();
  const forgotten = new Set<string>();
  const faults: string[] = [];
  const mayHave = (address: string) => [...requests.values()].flat().includes(address);
  return {
    /** A request is about to leave, under a name that it has alone. */
    begins(name: string, store: Store, { first, last }: Span): void {
      const people = store.rows(
        addressSchema,
        'SELECT address FROM deliveries WHERE position BETWEEN $first AND $last',
        { first, last },
      );
      requests.set(
        name,
        people.map(({ address }) => address),
      );
    },
    /** The provider has said, and the ledger knows, that it took nothing of a request. */
    tookNothing(name: string): void {
      requests.delete(name);
    },
    /** Somebody leaves, in one of the ways. */
    leave(store: Store, data: string, address: string, way: WayToLeave, now: Date): void {
      if (way === 'forgotten') {
        // All but the outbox is done when the call comes back.
        void forgetPerson(store, data, address, now).catch((error: unknown) => {
          if (!(error instanceof BadInput)) faults.push(String(error));
        });
        const known = store.rows(addressSchema, 'SELECT address FROM subscribers');
        if (known.some((one) => one.address === address)) {
          if (!mayHave(address)) faults.push(`${address} is not forgotten, and nothing had left`);
          return;
        }
        forgotten.add(address);
      } else if (way === 'suppressed') {
        const order = {
          list: '*',
          reason: undefined,
          source: undefined,
          saidOn: undefined,
        } as const;
        suppressPerson(store, address, order, now);
      } else {
        store.change(
          `UPDATE subscriptions SET status = $way
           WHERE subscriber = (SELECT id FROM subscribers WHERE address = $address)`,
          { way, address },
        );
      }
      if (!mayHave(address)) sure.add(address);
    },
    /** Who left before a byte for them had left, and got it all the same, and what else is wrong. */
    faults: (taken: readonly { to: string }[]) => [
      ...faults,
      ...taken.filter(({ to }) => sure.has(to)).map(({ to }) => `${to} had left and got it`),
    ],
    forgotten,
    /** How many left of whom it is sure that they must not get it. */
    count: () => sure.size,
    /** What is known now, to be given back when an older or newer store takes the place of this one. */
    save: () => new Set(sure),
    restore: (saved: ReadonlySet<string>) => {
      sure = new Set(saved);
    },
  };
}
