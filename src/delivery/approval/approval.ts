import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import { line } from '../../schemas/fields.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import type { Audience } from '../../publication/site.ts';
import type { Store } from '../store/store.ts';
import { noteAct } from '../trail/note-act.ts';

const partsSchema = z
  .string()
  .transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text)));

const approvalSchema = z.object({
  name: z.string(),
  approvedAt: z.iso.datetime(),
  hash: z.string(),
  /** A short hash of each part of the bulletin, so that one can say which of them changed. */
  parts: partsSchema,
  /** When the dispatch was cancelled that it was given for; it holds for no other. */
  cancelledAt: z.iso.datetime().nullable(),
});

/** One person's word for the exact bytes of one bulletin. */
export type Approval = z.output<typeof approvalSchema>;

/** How a bulletin stands with its approvals. */
export interface ApprovalState {
  /** Whether enough people have approved exactly these bytes. */
  approved: boolean;
  /** How many people it takes: two where an item is marked `legal`. */
  needed: number;
  /** Who approved these bytes, the first one first. */
  by: { name: string; approvedAt: string }[];
  /** Which parts differ from those that were approved last, where these bytes are not approved. */
  changed: string[];
  /** When the dispatch was cancelled that the last approval was for, where none has been given since. */
  cancelledAt: string | null;
}

/**
 * Binds a name and a time to the hash of a bulletin. The same person again changes nothing.
 * @throws {BadInput} when the name is not one line of text
 */
export function approve(store: Store, bulletin: Bulletin, by: string, now: Date): ApprovalState {
  const name = line.safeParse(by);
  if (!name.success) {
    const found = 'nothing, or a line break in it';
    const remedy = 'Say --by "Your Role, Your Team".';
    throw new BadInput([{ file: 'the name', expected: 'one line of text', found, remedy }]);
  }
  return store.transaction(() => {
    const { by: earlier } = approvalState(store, bulletin);
    if (!earlier.some((one) => sameName(one.name, name.data))) {
      store.change(
        `INSERT INTO approvals (edition, audience, hash, parts, words, name, approved_at)
         VALUES ($edition, $audience, $hash, $parts, $words, $name, $now)`,
        {
          edition: bulletin.edition,
          audience: bulletin.audience,
          hash: bulletin.hash,
          parts: JSON.stringify(partHashes(bulletin)),
          words: JSON.stringify(wordsOf(bulletin)),
          name: name.data,
          now: now.toISOString(),
        },
      );
      const { edition, audience, hash } = bulletin;
      const detail = `Hash ${hash.slice(0, 12)}.`;
      noteAct(store, { by: name.data, act: 'approve', edition, audience, detail }, now);
    }
    return approvalState(store, bulletin);
  });
}

const wordsSchema = z.object({ subject: z.string(), preheader: z.string(), text: z.string() });

/** What of a bulletin is read by a person who holds it against another one. */
export type ApprovedWords = z.output<typeof wordsSchema>;

const wordsOf = ({ subject, preheader, text }: Bulletin): ApprovedWords => ({
  subject,
  preheader,
  text,
});

/** The words that were approved last of an edition for an audience, whatever became of that approval. */
export function lastApprovedWords(
  store: Store,
  { edition, audience }: Pick<Bulletin, 'edition' | 'audience'>,
): ApprovedWords | undefined {
  const [row] = store.rows(
    z.object({ words: z.string().transform((text) => wordsSchema.parse(JSON.parse(text))) }),
    `SELECT words FROM approvals
     WHERE edition = $edition AND audience = $audience AND words IS NOT NULL
     ORDER BY id DESC LIMIT 1`,
    { edition, audience },
  );
  return row?.words;
}

/** Voids the approvals of an edition for an audience, as its dispatch was cancelled. */
export function voidApprovals(store: Store, edition: string, audience: Audience, now: Date): void {
  store.change(
    `UPDATE approvals SET cancelled_at = $now
     WHERE edition = $edition AND audience = $audience AND cancelled_at IS NULL`,
    { edition, audience, now: now.toISOString() },
  );
}

/** How a bulletin stands with its approvals; any changed byte has voided them, and so has a cancel. */
export function approvalState(store: Store, bulletin: Bulletin): ApprovalState {
  const all = approvals(store, bulletin.edition, bulletin.audience);
  const needed = bulletin.legal.length > 0 ? 2 : 1;
  const valid = all.filter(
    ({ hash, cancelledAt }) => hash === bulletin.hash && cancelledAt === null,
  );
  const last = all.at(-1);
  const parts = partHashes(bulletin);
  const changed =
    valid.length > 0 || !last
      ? []
      : Object.keys(parts).filter((part) => parts[part] !== last.parts[part]);
  const by = valid.map(({ name, approvedAt }) => ({ name, approvedAt }));
  const cancelledAt = valid.length > 0 ? null : (last?.cancelledAt ?? null);
  return { approved: by.length >= needed, needed, by, changed, cancelledAt };
}

function approvals(store: Store, edition: string, audience: Audience): Approval[] {
  return store.rows(
    approvalSchema,
    `SELECT name, approved_at AS "approvedAt", hash, parts, cancelled_at AS "cancelledAt" FROM approvals
     WHERE edition = $edition AND audience = $audience ORDER BY id`,
    { edition, audience },
  );
}

/** Every part of a bulletin by its name, as a short hash. */
function partHashes(bulletin: Bulletin): Record<string, string> {
  const parts = Object.entries(bulletin).filter(([part]) => part !== 'hash');
  return Object.fromEntries(
    parts.map(([part, value]) => [
      part,
      createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16),
    ]),
  );
}

/** Two spellings of a name are one person: capitals, macrons, spaces and signs do not make a second one. */
export const sameName = (one: string, other: string) =>
  one.localeCompare(other, 'en-NZ', { sensitivity: 'base', ignorePunctuation: true }) === 0;
