import type { Claim } from '../ledger/claimed-chunk.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Limits } from '../ledger/limits.ts';
import type { Store } from '../store/store.ts';
import type { Transport } from '../transports/transport.ts';

/** Points at which tests kill the process. */
export type Checkpoint = 'claimed' | 'journalled' | 'posting' | 'answered' | 'recorded';

export interface DispatchRun {
  store: Store;
  /** The folder of the store and the journal (`PANUI_DATA`). */
  data: string;
  dispatch: Dispatch;
  transport: Transport;
  /** How many requests may be in flight. */
  workers: number;
  limits: Limits;
  /** The dispatch pauses once this many messages were refused. */
  stopAfterRefused: number;
  /** Drains: requests in flight are answered and written down, no new one begins. */
  signal: AbortSignal;
  now: () => Date;
  /** Waits some milliseconds, or less where the signal says so. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1, for the spread of repeated attempts. */
  random: () => number;
  checkpoint?: (point: Checkpoint, claim: Claim) => void;
}
