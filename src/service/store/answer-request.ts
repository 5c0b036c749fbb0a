import { z } from 'zod';
import { applyAllKept } from '../../delivery/events/kept-reports.ts';
import { namedEvent, recordEvents } from '../../delivery/events/record-event.ts';
import { wants } from '../../delivery/lists/subscription.ts';
import { chooseRegion, chooseWants, regionOf } from '../../delivery/people/choose.ts';
import {
  findSubscription,
  otherSubscriptions,
  resubscribe,
  subscriptionsOfPerson,
  unsubscribe,
} from '../../delivery/people/unsubscribe.ts';
import {
  confirmOrder,
  confirmSignUp,
  lookAtSignUp,
} from '../../delivery/signing-up/confirm-sign-up.ts';
import { askToSignUp, signUpOrder } from '../../delivery/signing-up/sign-up.ts';
import { isUpToDate } from '../../delivery/store/migrate.ts';
import type { Store } from '../../delivery/store/store.ts';

const token = z.string();
const change = { token, reason: z.string(), now: z.date() };

/** All that the service ever wants of the store. The first five only read. */
export const storeRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), token }),
  z.object({ kind: z.literal('places'), token }),
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('regionOf'), token }),
  z.object({ kind: z.literal('lookAtSignUp'), token, now: z.date() }),
  z.object({ kind: z.literal('leave'), ...change }),
  z.object({ kind: z.literal('comeBack'), ...change }),
  z.object({ kind: z.literal('chooseWants'), token, wants }),
  z.object({ kind: z.literal('chooseRegion'), token, region: z.string() }),
  z.object({ kind: z.literal('signUp'), order: signUpOrder, now: z.date() }),
  z.object({ kind: z.literal('confirmSignUp'), order: confirmOrder, now: z.date() }),
  z.object({ kind: z.literal('record'), events: z.array(namedEvent), now: z.date() }),
  z.object({ kind: z.literal('applyKept'), now: z.date() }),
]);

export type StoreRequest = z.output<typeof storeRequest>;

/**
 * Does what is asked; what it changes is on the disk when it returns, or nothing of it.
 * @throws {Error} what the store throws, also where another program is writing
 */
export function answerRequest(store: Store, request: StoreRequest): unknown {
  switch (request.kind) {
    case 'place': {
      const one = findSubscription(store, request.token);
      return one && { one, others: otherSubscriptions(store, request.token) };
    }
    case 'places':
      return subscriptionsOfPerson(store, request.token);
    case 'ready':
      return isUpToDate(store);
    case 'leave':
      return unsubscribe(store, request.token, request.reason, request.now);
    case 'comeBack':
      return resubscribe(store, request.token, request.reason, request.now);
    case 'regionOf':
      return regionOf(store, request.token);
    case 'chooseWants':
      return chooseWants(store, request.token, request.wants);
    case 'chooseRegion':
      return chooseRegion(store, request.token, request.region);
    case 'lookAtSignUp':
      return lookAtSignUp(store, request.token, request.now);
    case 'signUp':
      return askToSignUp(store, request.order, request.now);
    case 'confirmSignUp':
      return confirmSignUp(store, request.order, request.now);
    case 'record':
      return recordEvents(store, request.events, request.now);
    case 'applyKept':
      return applyAllKept(store, request.now);
  }
}
