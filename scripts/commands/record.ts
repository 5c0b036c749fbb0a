import { findDispatch } from '../../src/delivery/ledger/dispatch.ts';
import { listBulletins, newestBuiltEdition } from '../../src/delivery/bulletins/list-bulletins.ts';
import { recordContent } from '../../src/delivery/record/record-content.ts';
import { recordFolder } from '../../src/delivery/bulletins/record-folder.ts';
import { keepRecord } from '../../src/delivery/record/record-keep.ts';
import { type RecordReport, verifyRecord } from '../../src/delivery/record/record-verify.ts';
import type { Store } from '../../src/delivery/store/store.ts';
import { BadInput } from '../../src/problems/problem.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { type Audience, audienceIds } from '../../src/publication/site.ts';
import { editionWord, jsonFlag, parseEdition } from '../command-line/command-words.ts';
import { describeRecord } from '../reports/describe-record.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  ['record 2026-05-08', 'what is on record of the bulletins that went out'],
  ['record 2026-05-08 --verify', 'check that nothing was changed since, and write nothing'],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    verify: { type: 'boolean', description: 'check what is on record, and write nothing' },
    json: jsonFlag,
  },
  async run({ args }) {
    const { out, data, databaseUrl } = readSettings();
    const word = parseEdition(args.edition);
    const newest = word === 'newest' && newestBuiltEdition(await listBulletins(out));
    const edition = newest || word;
    const look = args.verify ? verify : keepRecord;
    const reports = await withStore({ data, databaseUrl }, async (store) => {
      const found: RecordReport[] = [];
      for (const audience of audienceIds()) {
        const report =
          (await look(store, data, edition, audience)) ??
          (await verifyRecord(recordFolder(data, edition, audience)));
        if (report) found.push(report);
      }
      return found;
    });
    if (reports.length === 0) throw new BadInput([nothingSent(edition, data)]);
    if (args.json) printJson(reports);
    else print(reports.map(describeRecord).join('\n'));
    return reports.some(({ faults }) => faults.length > 0) ? 1 : 0;
  },
});

/** Holds a record against itself and, where the store has the dispatch, against the ledger. */
async function verify(store: Store, data: string, edition: string, audience: Audience) {
  const dispatch = findDispatch(store, edition, audience);
  const ledger = dispatch?.attempted ? recordContent(store, dispatch) : undefined;
  const report = await verifyRecord(recordFolder(data, edition, audience), ledger);
  if (report || !ledger) return report;
  throw new BadInput([
    {
      file: recordFolder(data, edition, audience),
      expected: `the record of ${edition} for ${audience}, of which messages were sent`,
      found: 'none',
      remedy: `Make it from the ledger with \`npm run -s panui -- record ${edition}\`.`,
    },
  ]);
}

const nothingSent = (edition: string, data: string) => ({
  file: `${data}/records`,
  expected: `the record of ${edition}`,
  found: 'none, and no message of it was sent',
  remedy: 'A record is kept by itself when a bulletin is sent with `--via resend`.',
});
