import { errorCode } from '../disk/error-code.ts';
import { BadInput, type Problem } from '../problems/problem.ts';
import type { Bulletin } from '../schemas/bulletin.ts';
import type { Audience } from '../publication/site.ts';
import { approvalState, type ApprovalState } from './approval/approval.ts';
import { deliveryCounts, type DeliveryCounts } from './events/delivery-counts.ts';
import { fingerprintList, type ListFingerprint } from './lists/fingerprint-list.ts';
import { dispatchCounts, dispatchReasons, type DispatchCounts } from './ledger/dispatch-counts.ts';
import { findCancelled, findDispatch, type Dispatch } from './ledger/dispatch.ts';
import { carrierIsThere, haltOf, type Halt } from './ledger/sign-of-life.ts';
import { listBulletins } from './bulletins/list-bulletins.ts';
import { recordFolder } from './bulletins/record-folder.ts';
import { listRecipients } from './lists/list-recipients.ts';
import { readBulletin } from './bulletins/read-bulletin.ts';
import { readRehearsal, rehearsalFolder } from './outbox/rehearsal.ts';
import { keepRecord } from './record/record-keep.ts';
import { verifyRecord, type RecordReport } from './record/record-verify.ts';
import type { Store } from './store/store.ts';

/** How far one bulletin has come. */
export interface BulletinStatus {
  edition: string;
  title: string;
  audience: Audience;
  subject: string;
  hash: string;
  /** The HTML part in UTF-8, before a subscriber's address to unsubscribe is filled in. */
  htmlBytes: number;
  /** How many people are on the list now. */
  subscribers: number;
  /** What lies in the outbox, if anything does; `changed` names what differs since it was written. */
  rehearsal: { count: number; writtenAt: string; changed: string[] } | null;
  /** Who approved exactly these bytes; `changed` names what differs from what was approved before. */
  approval: ApprovalState;
  /** What is kept of what went out; faults say what was changed since. */
  record: Pick<RecordReport, 'folder' | 'missing' | 'faults'> | null;
  /** The sending to real people, if it was begun, also one that was cancelled. */
  dispatch: DispatchProgress | null;
}

/** How far a sending to real people has come; the counts add up to the total. */
export interface DispatchProgress {
  status: Dispatch['status'];
  reason: string;
  /** Whether a byte of any message may have left. */
  attempted: boolean;
  /** Why it does not go on though nobody stopped it: something is wrong then. */
  halted: Halt | null;
  /** What sends it or goes on with it. */
  command: string;
  total: number;
  /** Whether the bulletin was built anew since; what goes out, or went out, is what was frozen. */
  bulletinChanged: boolean;
  counts: DispatchCounts;
  reasons: ReturnType<typeof dispatchReasons>;
  /** What became of the messages as far as the provider has said; adds up to the total as well. */
  delivery: DeliveryCounts;
  frozenAt: string;
  sendAt: string | null;
  finishedAt: string | null;
}

/**
 * How far every bulletin that is built has come, oldest edition first. Nothing is changed, but that a
 * record is completed which a killed process left behind.
 * @param now whether the time of a dispatch has passed, and its command still lives, is judged by this
 * @param edition only this one, where given
 * @throws {BadInput} naming every bulletin that is not as it was built
 */
export async function deliveryStatus(
  out: string,
  data: string,
  store: Store,
  now: Date,
  edition?: string,
): Promise<BulletinStatus[]> {
  const lists = new Map<string, ListFingerprint>();
  const problems: Problem[] = [];
  const statuses: BulletinStatus[] = [];
  for (const built of await listBulletins(out)) {
    if (edition !== undefined && built.edition !== edition) continue;
    const { audience } = built;
    try {
      const bulletin = await readBulletin(out, built.edition, audience);
      const { asks } = bulletin;
      const key = `${audience} ${asks === false}`;
      const list = lists.get(key) ?? fingerprintList(listRecipients(store, audience, { asks }));
      lists.set(key, list);
      statuses.push(await statusOf(store, bulletin, list, data, now));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return statuses;
}

async function statusOf(
  store: Store,
  bulletin: Bulletin,
  list: ListFingerprint,
  data: string,
  now: Date,
) {
  const { edition, title, audience, subject, hash, html } = bulletin;
  const rehearsal = await readRehearsal(rehearsalFolder(data, edition, audience));
  const changed = [
    ...(rehearsal?.hash === hash ? [] : ['the bulletin']),
    ...(rehearsal?.listHash === list.hash ? [] : ['the list']),
  ];
  return {
    edition,
    title,
    audience,
    subject,
    hash,
    htmlBytes: Buffer.byteLength(html),
    subscribers: list.count,
    rehearsal: rehearsal
      ? { count: rehearsal.count, writtenAt: rehearsal.writtenAt, changed }
      : null,
    approval: approvalState(store, bulletin),
    record: (await keepOrLookAt(store, data, edition, audience)) ?? null,
    dispatch: dispatchStatus(store, bulletin, now),
  };
}

/** The record, completed where something is missing; where nothing can be written, as it is. */
async function keepOrLookAt(store: Store, data: string, edition: string, audience: Audience) {
  try {
    return await keepRecord(store, data, edition, audience);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return verifyRecord(recordFolder(data, edition, audience));
  }
}

function dispatchStatus(store: Store, bulletin: Bulletin, now: Date): DispatchProgress | null {
  const { edition, audience } = bulletin;
  const dispatch =
    findDispatch(store, edition, audience) ?? findCancelled(store, edition, audience);
  if (!dispatch) return null;
  const { id, status, reason, attempted, total, frozenAt, sendAt, finishedAt, hash } = dispatch;
  return {
    status,
    reason,
    attempted,
    halted: haltIn(store, dispatch, now),
    command: `npm run -s panui -- send ${edition} --audience ${audience} --via resend --expect ${total}`,
    total,
    bulletinChanged: hash !== bulletin.hash,
    counts: dispatchCounts(store, id),
    reasons: dispatchReasons(store, id),
    delivery: deliveryCounts(store, id, total),
    frozenAt,
    sendAt,
    finishedAt,
  };
}

/** What no terminal carries may be carried by `serve`, unless somebody stopped it by hand in the middle. */
function haltIn(store: Store, dispatch: Dispatch, now: Date): Halt | null {
  const halt = haltOf(dispatch, now);
  const { sendAt, attempted, aliveAt } = dispatch;
  const mayBeCarried = halt === 'unattended' && sendAt !== null && (!attempted || aliveAt !== null);
  return mayBeCarried && carrierIsThere(store, now) ? null : halt;
}
