import type { StorePlace } from '../../src/delivery/store/open-store.ts';
import type { Store } from '../../src/delivery/store/store.ts';
import { useStore } from '../../src/delivery/store/use-store.ts';

/** Lets `work` use the store of the settings, and says where nothing can be written to it for now. */
export const withStore = <Result>(
  place: StorePlace,
  work: (store: Store) => Result | Promise<Result>,
): Promise<Result> =>
  useStore(place, (store) => {
    if (store.blocked !== undefined) {
      process.stderr.write(`Nothing can be written for now, only read: ${store.blocked}.\n`);
    }
    return work(store);
  });
