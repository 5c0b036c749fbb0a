import { openStore, type StorePlace } from '../../src/delivery/store/open-store.ts';
import type { Store } from '../../src/delivery/store/store.ts';

/** Opens the store of the settings, lets `work` use it, and closes it whatever happens. */
export async function withStore<Result>(
  place: StorePlace,
  work: (store: Store) => Result | Promise<Result>,
): Promise<Result> {
  const store = openStore(place);
  if (store.blocked !== undefined) {
    process.stderr.write(`Nothing can be written for now, only read: ${store.blocked}.\n`);
  }
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
