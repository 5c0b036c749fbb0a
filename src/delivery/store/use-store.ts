import { openStore, type StorePlace } from './open-store.ts';
import type { Store } from './store.ts';

/** Opens a store, lets `work` use it, and closes it whatever happens. */
export async function useStore<Result>(
  place: StorePlace,
  work: (store: Store) => Result | Promise<Result>,
): Promise<Result> {
  const store = openStore(place);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
