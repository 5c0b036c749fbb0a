import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { type ActKind, sealOf } from './act.ts';

/** What somebody does, as it is to be kept. */
export interface Deed {
  /** Who does it, as they said; empty where they did not. */
  by: string;
  act: ActKind;
  edition?: string;
  audience?: string;
  /** What else there is to say, as a sentence; never an address. */
  detail?: string;
}

const lastSchema = z.object({ id: z.int(), seal: z.string() });

/**
 * Keeps in the audit trail what somebody does. To be called within the transaction that does it, so that neither is
 * there without the other.
 */
export function noteAct(store: Store, deed: Deed, now: Date): void {
  const { by, act: kind, edition = '', audience = '', detail = '' } = deed;
  const [last] = store.rows(lastSchema, 'SELECT id, seal FROM acts ORDER BY id DESC LIMIT 1');
  const said = {
    id: (last?.id ?? 0) + 1,
    doneAt: now.toISOString(),
    person: by,
    act: kind,
    edition,
    audience,
    detail,
  };
  const act = { ...said, seal: sealOf(last?.seal ?? '', said) };
  store.change(
    `INSERT INTO acts (id, done_at, person, act, edition, audience, detail, seal)
     VALUES ($id, $doneAt, $person, $act, $edition, $audience, $detail, $seal)`,
    act,
  );
}
