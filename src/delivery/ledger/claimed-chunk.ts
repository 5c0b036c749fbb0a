/** A chunk that belongs to one worker until its lease runs out. */
export interface Claim {
  seq: number;
  first: number;
  last: number;
  people: number;
  key: string;
  hash: string;
  /** Which attempt this is, counted from 1. */
  attempt: number;
  firstAttemptAt: string;
  maybeSent: boolean;
}

/** A claim, and where the people stand to whom its messages go, in their order. */
export type Attempted = Claim & { positions: readonly number[] };
