import { pauseEdition } from '../../src/delivery/orders/stop-edition.ts';
import { readSettings } from '../../src/settings/settings.ts';
import {
  audienceFlag,
  editionWord,
  parseEdition,
  parseList,
  parseName,
} from '../command-line/command-words.ts';
import { requireDispatch } from '../../src/delivery/orders/find-dispatch.ts';
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
      pauseEdition(store, dispatch, by, now);
      print(`${what}: paused. What is in flight is finished; the same send again goes on.\n`);
    });
  },
});
