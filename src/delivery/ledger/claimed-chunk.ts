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
  /** When the first byte of an earlier attempt may have left; null while it is sure that none did. */
  mayHaveLeftAt: string | null;
}

/** A claim, and where the people stand to whom its messages go, in their order. */
export type Attempted = Claim & { positions: readonly number[] };
