import { openTestStore } from '../postgres/open-test-store.ts';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Dispatch } from '../../delivery/ledger/dispatch.ts';
import type { Store } from '../../delivery/store/store.ts';
import { fakeFetch } from './fake-fetch.ts';
import { fakeProvider, type FakeOptions, type FakeProvider } from './fake-provider.ts';
import { emptyFolder, frozenDispatch, testClock, testRun } from './test-run.ts';
import type { DispatchRun } from '../../delivery/dispatch/dispatch-run.ts';

/** What every test of a file about sending begins with. */
export interface TestBed {
  data: string;
  store: Store;
  clock: ReturnType<typeof testClock>;
  /** Lets requests go to a provider of our own. */
  provide: (options?: Partial<FakeOptions>) => FakeProvider;
  /** A frozen dispatch to so many people, and a run of it. */
  prepare: (
    people: number,
    mostPeople?: number,
    changes?: Partial<DispatchRun>,
  ) => Promise<{ dispatch: Dispatch; run: DispatchRun }>;
}

/** Gives each test of the file that calls it a store, a clock and a provider of its own. */
export function testBed(): TestBed {
  const start = () => {
    const data = emptyFolder();
    return { data, store: openTestStore(data), clock: testClock() };
  };
  let fresh: ReturnType<typeof start> | undefined;
  const now = () => {
    if (!fresh) throw new Error('there is a bed only while a test runs');
    return fresh;
  };
  beforeEach(() => {
    fresh = start();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    fresh?.store.close();
    fresh = undefined;
  });
  return {
    get data() {
      return now().data;
    },
    get store() {
      return now().store;
    },
    get clock() {
      return now().clock;
    },
    provide: (options = {}) => {
      const { clock } = now();
      const provider = fakeProvider({ now: () => clock.now().getTime(), ...options });
      vi.stubGlobal('fetch', fakeFetch(provider));
      return provider;
    },
    prepare: async (people, mostPeople, changes = {}) => {
      const { data, store, clock } = now();
      const dispatch = await frozenDispatch(store, people, clock.now(), mostPeople);
      return { dispatch, run: { ...testRun(store, data, dispatch, clock), ...changes } };
    },
  };
}
