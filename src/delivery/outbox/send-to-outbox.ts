import { ofDraft } from '../../problems/of-draft.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import type { Settings } from '../../settings/settings.ts';
import { listSizes } from '../lists/list-sizes.ts';
import { listRecipients } from '../lists/list-recipients.ts';
import { rehearse, type RehearsalReport } from './outbox.ts';
import type { Store } from '../store/store.ts';

/**
 * Sends a bulletin to its whole list through the embedded transport, the outbox: as files.
 * @throws {BadInput} when it is a draft's, when nobody is on the list, or the bulletin is not fit to go out
 */
export async function sendToOutbox(
  store: Store,
  bulletin: Bulletin,
  settings: Pick<Settings, 'data' | 'siteUrl' | 'now'>,
): Promise<RehearsalReport> {
  const { edition, audience, state } = bulletin;
  if (state === 'draft') {
    throw new BadInput([{ file: `bulletins/${edition}/${audience}.json`, ...ofDraft }]);
  }
  const recipients = () => listRecipients(store, audience, { asks: bulletin.asks });
  if (recipients().next().done) {
    throw new BadInput([
      {
        file: `the list ${audience}`,
        expected: 'at least one subscriber',
        found: 'nobody',
        remedy: `Take people in with \`npm run -s panui -- lists import ${audience} FILE.csv\`.`,
      },
    ]);
  }
  const report = await rehearse({ bulletin, recipients, ...settings });
  const onList = listSizes(store).find(({ list }) => list === audience)?.subscribed ?? 0;
  const leftOut = onList - report.count;
  return leftOut > 0 ? { ...report, leftOut } : report;
}
