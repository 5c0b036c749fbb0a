import { z } from 'zod';
import { approvalState } from '../approval/approval.ts';
import { dispatchCounts, dispatchReasons } from '../ledger/dispatch-counts.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import { areCounts } from '../ledger/are-counts.ts';
import type { Store } from '../store/store.ts';

/**
 * Everything that belongs into the record of a dispatch by now, by file, from the ledger alone: so it
 * can be written at any time after a crash, wherever content and build have gone meanwhile. It
 * counts people and names none.
 */
export function recordContent(store: Store, dispatch: Dispatch): Map<string, Buffer> {
  const { bulletin } = dispatch;
  const files: [string, string][] = [
    ...sourcesOf(store, dispatch),
    ['bulletin.json', json(bulletin)],
    ['bulletin.html', bulletin.html],
    ['bulletin.txt', bulletin.text],
    ['approvals.json', json(approvalState(store, bulletin).by)],
    ...(areCounts(store, dispatch) ? [] : figuresOf(store, dispatch)),
  ];
  return new Map(files.map(([name, text]) => [name, Buffer.from(text)]));
}

/** What became of the people; once they are counts, the ledger knows less of it than the record that was kept. */
function figuresOf(store: Store, dispatch: Dispatch): [string, string][] {
  const { id, audience, total, frozenAt, siteUrl, status } = dispatch;
  const { excluded } = dispatchReasons(store, id);
  const restored = restoredBefore(store, dispatch);
  const putBack = restored.length > 0 ? { restored } : {};
  const list = { list: audience, size: total, frozenAt, siteUrl, excluded, ...putBack };
  const isOver = status === 'done' || status === 'cancelled';
  return [
    ['list.json', withoutAddresses(json(list))],
    ...(isOver ? [resultFile(withoutAddresses(json(resultOf(store, dispatch))))] : []),
  ];
}

const resultFile = (text: string): [string, string] => ['result.json', text];

const sourceRow = z.object({ file: z.string(), text: z.string() });

const sourcesOf = (store: Store, { id }: Dispatch): [string, string][] =>
  store
    .rows(sourceRow, 'SELECT file, text FROM sources WHERE dispatch = $id ORDER BY file', { id })
    .map(({ file, text }) => [`source/${file}`, text]);

const restoredRow = z.object({
  by: z.string(),
  reason: z.string(),
  restoredAt: z.iso.datetime(),
});

/** Who decided that somebody on this list may be written to again after a bounce for good, and why. */
const restoredBefore = (store: Store, { id, frozenAt }: Dispatch) =>
  store.rows(
    restoredRow,
    `SELECT r.name AS by, r.reason, r.restored_at AS "restoredAt"
     FROM restorations r JOIN subscriptions p ON p.subscriber = r.subscriber AND p.list = r.list
       JOIN deliveries v ON v.dispatch = $id AND v.token = p.token
     WHERE r.restored_at <= $frozenAt ORDER BY r.rowid`,
    { id, frozenAt },
  );

const decisionRow = z.object({
  chunk: z.int(),
  decision: z.string(),
  by: z.string(),
  decidedAt: z.iso.datetime(),
});

const resendingRow = z.object({
  by: z.string(),
  reason: z.string(),
  decidedAt: z.iso.datetime(),
  messages: z.int(),
});

function resultOf(store: Store, { id, status, reason, finishedAt }: Dispatch) {
  const { accepted, takenAsSent, excluded, needsPerson } = dispatchCounts(store, id);
  const decisions = store.rows(
    decisionRow,
    `SELECT seq AS chunk, decision, name AS by, decided_at AS "decidedAt" FROM decisions
     WHERE dispatch = $id ORDER BY decided_at, seq`,
    { id },
  );
  const sentAgain = store.rows(
    resendingRow,
    `SELECT name AS by, reason, decided_at AS "decidedAt", count(*) AS messages FROM resendings
     WHERE dispatch = $id GROUP BY 1, 2, 3 ORDER BY decided_at`,
    { id },
  );
  const again = sentAgain.length > 0 ? { sentAgain } : {};
  const why = dispatchReasons(store, id).needsPerson;
  const counts = { accepted, takenAsSent, excluded, needsPerson };
  return { status, reason, finishedAt, ...counts, whyNeedsPerson: why, decisions, ...again };
}

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/* A provider may repeat an address in its refusal. */
const withoutAddresses = (text: string) =>
  text.replaceAll(/[^\s"<>@()]+@[^\s"<>@()]+/g, '(an address)');
