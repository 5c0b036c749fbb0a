import { z } from 'zod';
import {
  eventOutcome,
  type EventOutcome,
  type NamedEvent,
} from '../../delivery/events/record-event.ts';
import type { Wants } from '../../delivery/lists/subscription.ts';
import { subscription, type Subscription } from '../../delivery/people/unsubscribe.ts';
import {
  confirmation,
  type ConfirmOrder,
  type Confirmation,
} from '../../delivery/signing-up/confirm-sign-up.ts';
import type { SignUpOrder } from '../../delivery/signing-up/sign-up.ts';
import type { Store } from '../../delivery/store/store.ts';
import { answerRequest, type StoreRequest } from './answer-request.ts';

/** Another program is writing and the short wait for it is over: the same request succeeds later. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
  constructor() {
    super('another program is writing into the store; what waits for it is done later');
  }
}

/** A person's place on the list that a token names, and the other lists that they are on. */
export interface Place {
  one: Subscription;
  others: Subscription[];
}

/**
 * The store as the service sees it: a few questions and changes by name, each answered later. So what a
 * visitor asks for never waits on the thread that answers everybody, and a database that is reached over
 * a network fits behind the same names.
 * Each may fail with `StoreBusy`, or with an `Error` in words where something is wrong with the store.
 */
export interface ServiceStore {
  /** Undefined where the token names nobody. */
  place(token: string): Promise<Place | undefined>;
  /** Every place of the person whom the token names; empty where it names nobody. */
  places(token: string): Promise<Subscription[]>;
  /** Takes somebody off the list of the token; see `unsubscribe`. */
  leave(token: string, reason: string, now: Date): Promise<void>;
  /** Puts somebody back who left by themselves; see `resubscribe`. */
  comeBack(token: string, reason: string, now: Date): Promise<void>;
  /** The region that is known of the person of a token, or nothing. */
  regionOf(token: string): Promise<string>;
  /** Keeps which bulletins of the list of a token its person wants. */
  chooseWants(token: string, wants: Wants): Promise<void>;
  /** Corrects the region of the person of a token; false where it is none of the publication's. */
  chooseRegion(token: string, region: string): Promise<boolean>;
  /** Keeps what somebody asks for; false where too many wait. See `askToSignUp`. */
  signUp(order: SignUpOrder, now: Date): Promise<boolean>;
  /** What stands at the address of a mail to confirm. */
  lookAtSignUp(token: string, now: Date): Promise<Confirmation>;
  /** Puts on lists who confirms; see `confirmSignUp`. */
  confirmSignUp(order: ConfirmOrder, now: Date): Promise<Confirmation>;
  /** Writes all of these reports down, or none; see `recordEvents`. */
  record(events: readonly NamedEvent[], now: Date): Promise<EventOutcome[]>;
  /** Applies reports that were kept until their message is known. */
  applyKept(now: Date): Promise<void>;
  /** Whether the store can be read and has the tables of this version. */
  ready(): Promise<boolean>;
}

type Ask = (request: StoreRequest) => Promise<unknown>;

const place = z.object({ one: subscription, others: z.array(subscription) }).optional();

/** The store behind two ways to ask it: one that only reads, which never waits for the one that writes. */
export const serviceStore = (read: Ask, write: Ask): ServiceStore => ({
  place: async (token) => place.parse(await read({ kind: 'place', token })),
  places: async (token) => z.array(subscription).parse(await read({ kind: 'places', token })),
  leave: async (token, reason, now) => void (await write({ kind: 'leave', token, reason, now })),
  comeBack: async (token, reason, now) =>
    void (await write({ kind: 'comeBack', token, reason, now })),
  regionOf: async (token) => z.string().parse(await read({ kind: 'regionOf', token })),
  chooseWants: async (token, wants) => void (await write({ kind: 'chooseWants', token, wants })),
  chooseRegion: async (token, region) =>
    z.boolean().parse(await write({ kind: 'chooseRegion', token, region })),
  signUp: async (order, now) => z.boolean().parse(await write({ kind: 'signUp', order, now })),
  lookAtSignUp: async (token, now) =>
    confirmation.parse(await read({ kind: 'lookAtSignUp', token, now })),
  confirmSignUp: async (order, now) =>
    confirmation.parse(await write({ kind: 'confirmSignUp', order, now })),
  record: async (events, now) =>
    z.array(eventOutcome).parse(await write({ kind: 'record', events: [...events], now })),
  applyKept: async (now) => void (await write({ kind: 'applyKept', now })),
  ready: async () => z.boolean().parse(await read({ kind: 'ready' })),
});

/** The store answered on this very thread, for tests of what is asked: here a visitor would wait for a writer. */
export function storeHere(store: Store): ServiceStore {
  const ask = async (request: StoreRequest) => answerRequest(store, request);
  return serviceStore(ask, ask);
}
