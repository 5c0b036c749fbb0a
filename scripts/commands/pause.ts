import { pauseDispatch } from '../../src/delivery/ledger/stop-dispatch.ts';
import { BadInput } from '../../src/problems/problem.ts';
import { readSettings } from '../../src/settings/settings.ts';
import {
  audienceFlag,
  editionWord,
  parseEdition,
  parseList,
  parseName,
} from '../command-line/command-words.ts';
import { requireDispatch } from '../sending/find-dispatch.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print } from '../command-line/print.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  [
    'pause 2026-05-08 --audience providers --by "Comms Lead"',
    'begin no new request, not by `serve` either; the same `send` again goes on',
  ],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    by: { type: 'string', required: true, valueHint: 'NAME', description: 'who pauses it' },
  },
  async run({ args }) {
    const { out, data, databaseUrl, now } = readSettings();
    const audience = parseList(args.audience);
    const by = parseName(args.by);
    await withStore({ data, databaseUrl }, async (store) => {
      const dispatch = await requireDispatch(store, out, parseEdition(args.edition), audience);
      const what = `${dispatch.edition} for ${audience}`;
      if (!pauseDispatch(store, dispatch, by, now)) {
        const remedy = 'There is nothing to pause.';
        throw new BadInput([
          { file: what, expected: 'a dispatch that is being sent', found: dispatch.status, remedy },
        ]);
      }
      print(`${what}: paused. What is in flight is finished; the same send again goes on.\n`);
    });
  },
});
