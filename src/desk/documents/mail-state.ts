import { approvalState } from '../../delivery/approval/approval.ts';
import { bulletinFile } from '../../delivery/bulletins/list-bulletins.ts';
import { readBuilt } from '../../delivery/bulletins/read-bulletin.ts';
import { findDispatch } from '../../delivery/ledger/dispatch.ts';
import { openForReading, type StorePlace } from '../../delivery/store/open-store.ts';
import type { Store } from '../../delivery/store/store.ts';
import type { Audience } from '../../publication/site.ts';
import type { DocumentState } from './desk-document.ts';

/** How far the bulletins of an edition or a correction have come; nothing where none is approved. */
export interface MailState {
  state: Extract<DocumentState, 'approved' | 'scheduled' | 'sending' | 'sent'>;
  /** When it is to begin, where that was said; in UTC. */
  sendAt?: string | undefined;
}

/** Answers for the bulletins of `id`, those for each of `audiences`. */
export type AskMail = (
  id: string,
  audiences: readonly Audience[],
) => Promise<MailState | undefined>;

/**
 * Asks the store how far bulletins have come, and changes nothing in it. Where there is no store yet, or it is of another
 * version, nothing was sent or approved as far as the desk knows.
 */
export async function withMailStates<Result>(
  { out, ...place }: { out: string } & StorePlace,
  work: (ask: AskMail) => Promise<Result>,
): Promise<Result> {
  const store = openQuietly(place);
  if (!store) return work(() => Promise.resolve(undefined));
  try {
    return await work((id, audiences) => mailState(store, out, id, audiences));
  } finally {
    store.close();
  }
}

function openQuietly(place: StorePlace): Store | undefined {
  try {
    return openForReading(place);
  } catch {
    return undefined;
  }
}

async function mailState(
  store: Store,
  out: string,
  edition: string,
  audiences: readonly Audience[],
): Promise<MailState | undefined> {
  const begun = audiences.flatMap((audience) => findDispatch(store, edition, audience) ?? []);
  const going = begun.filter(({ status }) => status !== 'cancelled');
  if (going.length > 0) {
    if (going.every(({ status }) => status === 'done'))
      return { state: going.length === audiences.length ? 'sent' : 'sending' };
    const waiting = going.find(({ status, sendAt }) => status === 'frozen' && sendAt !== null);
    return waiting
      ? { state: 'scheduled', sendAt: waiting.sendAt ?? undefined }
      : { state: 'sending' };
  }
  const approved = await Promise.all(
    audiences.map(async (audience) => {
      const file = bulletinFile(out, edition, audience);
      // One that is not as it was built has no approval.
      const bulletin = await readBuilt({ edition, audience, file }).catch(() => undefined);
      return bulletin !== undefined && approvalState(store, bulletin).approved;
    }),
  );
  return approved.length > 0 && approved.every(Boolean) ? { state: 'approved' } : undefined;
}
