import { openTransport } from '../../delivery/orders/open-transport.ts';
import type { Store } from '../../delivery/store/store.ts';
import type { Transport } from '../../delivery/transports/transport.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Settings } from '../../settings/settings.ts';

/** What the desk needs to reach real people. */
export interface Post {
  /** Why nothing can reach anybody from here, as a sentence; undefined where it can. */
  closed: () => string | undefined;
  /**
   * The way to real people.
   * @throws {BadInput} where it is closed
   */
  transport: () => Promise<Transport>;
  /** The clock of sending. */
  now: (store: Store) => Date;
  /** Starts the process that carries what is scheduled, and that outlives the desk. */
  startCarrier: () => void;
}

/** The provider of the settings, by the clock of the store. */
export function post(settings: () => Settings, startCarrier: () => void): Post {
  const closed = () => {
    const { resend, nowGiven } = settings();
    if (resend.apiKey === undefined)
      return 'Nothing can be sent for real from here: RESEND_API_KEY is not set.';
    return nowGiven
      ? 'Nothing can be sent for real from here: PANUI_NOW holds the clock still.'
      : undefined;
  };
  return {
    closed,
    transport: async () => {
      const why = closed();
      if (why === undefined) return openTransport(settings());
      const remedy = 'Ask whoever looks after Pānui to set it up, then try again.';
      throw new BadInput([
        { file: 'sending', expected: 'a way to the provider', found: why, remedy },
      ]);
    },
    now: (store) => store.now(),
    startCarrier,
  };
}
