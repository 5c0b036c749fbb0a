import { type ApprovedWords, lastApprovedWords } from '../../delivery/approval/approval.ts';
import { listBulletins } from '../../delivery/bulletins/list-bulletins.ts';
import { readBuilt } from '../../delivery/bulletins/read-bulletin.ts';
import type { Store } from '../../delivery/store/store.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { type ChangedBlock, describeChange } from '../history/describe-change.ts';

/** What a bulletin says that what people saw before does not. */
export interface Compared {
  /** What it is held against: the words that were approved last, or the edition before. */
  with: { kind: 'approved' } | { kind: 'edition'; edition: string };
  changes: ChangedBlock[];
}

/** Holds a bulletin against what was approved of it last or, where nothing was, the edition before; words for words. */
export async function compareBulletin(
  store: Store,
  out: string,
  bulletin: Bulletin,
): Promise<Compared | undefined> {
  const approved = lastApprovedWords(store, bulletin);
  if (approved) return { with: { kind: 'approved' }, changes: changesIn(approved, bulletin) };
  // A correction is like no other bulletin, and no edition is like a correction.
  if (!isEdition(bulletin.edition)) return undefined;
  const before = (await listBulletins(out)).findLast(
    ({ edition, audience }) =>
      isEdition(edition) && audience === bulletin.audience && edition < bulletin.edition,
  );
  const earlier = before && (await readBuilt(before).catch(() => undefined));
  if (!earlier) return undefined;
  const { edition } = earlier;
  return { with: { kind: 'edition', edition }, changes: changesIn(earlier, bulletin) };
}

/** Editions are named by their day, corrections by their day and what they correct. */
const isEdition = (id: string) => /^\d{4}-\d\d-\d\d$/.test(id);

const changesIn = (before: ApprovedWords, now: ApprovedWords) =>
  describeChange(asText(before), asText(now));

const asText = ({ subject, preheader, text }: ApprovedWords) =>
  `Subject: ${subject}\n\nPreheader: ${preheader}\n\n${text}`;
