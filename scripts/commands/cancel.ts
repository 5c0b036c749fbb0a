import { cancelEdition } from '../../src/delivery/orders/stop-edition.ts';
import { readSettings } from '../../src/settings/settings.ts';
import {
  audienceFlag,
  editionWord,
  parseEdition,
  parseList,
  parseName,
} from '../command-line/command-words.ts';
import { describeKept } from '../reports/describe-record.ts';
import { requireDispatch } from '../../src/delivery/orders/find-dispatch.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print } from '../command-line/print.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  [
    'cancel 2026-05-08 --audience providers --by "Comms Lead"',
    'end it for good; whoever has no message yet gets none',
  ],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    by: { type: 'string', required: true, valueHint: 'NAME', description: 'who cancels it' },
  },
  async run({ args }) {
    const { out, data, databaseUrl, now } = readSettings();
    const audience = parseList(args.audience);
    const by = parseName(args.by);
    await withStore({ data, databaseUrl }, async (store) => {
      const dispatch = await requireDispatch(store, out, parseEdition(args.edition), audience);
      const what = `${dispatch.edition} for ${audience}`;
      const cancelled = await cancelEdition(store, data, dispatch, by, now);
      const { accepted, takenAsSent, excluded, needsPerson, attempted, record } = cancelled;
      const unsure = needsPerson > 0 ? ` Unknown: ${needsPerson}; see \`resolve\`.` : '';
      const anew = attempted
        ? ''
        : 'Nothing had left. To send it after all, approve it again first.\n';
      print(
        `${what}: cancelled. Sent: ${accepted + takenAsSent}. Not sent: ${excluded}.${unsure}\n${anew}`,
      );
      if (record) print(describeKept(record));
    });
  },
});
