import type { Store } from '../store/store.ts';
import { type Act, actSchema, sealOf } from './act.ts';

const columns = `id, done_at AS "doneAt", person, act, edition, audience, detail, seal`;

/** Acts of the trail, newest first: of one edition where it is given, and at most so many. */
export const actsOf = (
  store: Store,
  { edition = '', most = 1_000_000 }: { edition?: string; most?: number } = {},
): Act[] =>
  store.rows(
    actSchema,
    `SELECT ${columns} FROM acts WHERE $edition = '' OR edition = $edition
     ORDER BY id DESC LIMIT $most`,
    { edition, most },
  );

/** Whether the trail is as it was written. */
export interface TrailState {
  count: number;
  /** The seal of the last act; noted elsewhere, it proves that nothing before it was taken away or put in. */
  seal: string;
  /** What was changed since, each as a sentence; whoever administers a database can do that. */
  faults: string[];
}

/** Holds every act of the trail against its seal, and its seal against the one before. */
export function trailState(store: Store): TrailState {
  const all = actsOf(store).toReversed();
  let before = '';
  const faults: string[] = [];
  for (const [at, act] of all.entries()) {
    const expected = at + 1;
    if (act.id !== expected) {
      faults.push(`After act ${expected - 1} comes act ${act.id}: something was taken away.`);
      break;
    }
    if (sealOf(before, act) !== act.seal)
      faults.push(`Act ${act.id} is not what was written, or the seal before it is another.`);
    before = act.seal;
  }
  return { count: all.length, seal: before, faults };
}
