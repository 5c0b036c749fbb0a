import { refuseErrors } from '../../checks/running/refuse-errors.ts';
import { expectReady } from '../../content/reading/expect-ready.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import type { Settings } from '../../settings/settings.ts';
import { approvalState, approve, type ApprovalState } from '../approval/approval.ts';
import { faultsToSend } from '../approval/fit-to-send.ts';
import { readBulletin } from '../bulletins/read-bulletin.ts';
import { dateFaults } from '../dispatch/refusals.ts';
import type { Store } from '../store/store.ts';
import { ownApprovalFaults, writerOf } from './own-approval.ts';

/** What somebody approves. */
export interface ApproveOrder {
  /** The date of an edition, the name of a correction, or "newest". */
  edition: string;
  audience: Audience;
  by: string;
  /** The day on which it is to be sent, YYYY-MM-DD; left out, its own date. */
  day?: string | undefined;
  /** The hash of what they read, where that is known. */
  hash?: string | undefined;
}

/**
 * Binds a name to the bytes of a bulletin, for the command and for the desk, once nothing speaks against it: it is no draft,
 * its text has no error on the day it goes out, it was built from that text, and who wrote it last is not alone.
 * @param use opens the store, once all else was looked at
 * @throws {BadInput} naming every reason not to; nothing was changed
 */
export async function approveEdition(
  settings: Settings,
  order: ApproveOrder,
  use: <Result>(work: (store: Store) => Result) => Promise<Result>,
): Promise<{ bulletin: Bulletin; state: ApprovalState }> {
  const { content, out, siteUrl, now } = settings;
  const { edition, audience, by, day, hash } = order;
  await expectReady(content, edition);
  const bulletin = await readBulletin(out, edition, audience);
  if (hash !== undefined && hash !== bulletin.hash) throw new BadInput([changed(bulletin, hash)]);
  const early = day === undefined ? [] : dateFaults(bulletin, day);
  if (early.length > 0) throw new BadInput(early);
  const sendDay = day === undefined ? {} : { sendDay: day };
  await refuseErrors(bulletin.edition, { folder: content, out, ...sendDay });
  const problems = await faultsToSend(bulletin, siteUrl);
  if (problems.length > 0) throw new BadInput(problems);
  const writer = await writerOf(settings, bulletin.edition);
  const state = await use((store) => {
    const own = ownApprovalFaults(by, writer, approvalState(store, bulletin));
    if (own.length > 0) throw new BadInput(own);
    return approve(store, bulletin, by, now);
  });
  return { bulletin, state };
}

const changed = ({ edition, audience, hash }: Bulletin, before: string) => ({
  file: `bulletins/${edition}/${audience}.json`,
  expected: `the bulletin that you read (hash ${before.slice(0, 12)})`,
  found: `another one (hash ${hash.slice(0, 12)}): somebody changed it and published meanwhile`,
  remedy: 'Read it as it is now, then approve that.',
});
