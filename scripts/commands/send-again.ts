import { sendFailedAgain } from '../../src/delivery/dispatch/send-again.ts';
import { readSettings } from '../../src/settings/settings.ts';
import {
  audienceFlag,
  editionWord,
  parseEdition,
  parseList,
  parseName,
  parseReason,
} from '../command-line/command-words.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { readAddress } from '../command-line/read-address.ts';
import { print } from '../command-line/print.ts';
import { requireDispatch } from '../../src/delivery/orders/find-dispatch.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  [
    'send-again 2026-05-08 --audience schools --by "Comms Lead" --reason "their mail server was down"',
    'make all that failed ready once more; it goes with the next `send`',
  ],
  [
    'send-again 2026-05-08 --audience schools --only office@kura.example --by "Service Desk" --reason "rang"',
    'only to one of them',
  ],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    only: {
      type: 'string',
      valueHint: 'ADDRESS',
      description: 'only to this person; - reads it from standard input',
    },
    by: { type: 'string', required: true, valueHint: 'NAME', description: 'who decides it' },
    reason: {
      type: 'string',
      required: true,
      valueHint: 'TEXT',
      description: 'why it will arrive this time, in a line; it is kept with the record',
    },
  },
  async run({ args }) {
    const { out, data, databaseUrl, now } = readSettings();
    const audience = parseList(args.audience);
    const [by, reason] = [parseName(args.by), parseReason(args.reason)];
    const only = args.only === undefined ? undefined : [await readAddress(args.only)];
    await withStore({ data, databaseUrl }, async (store) => {
      const dispatch = await requireDispatch(store, out, parseEdition(args.edition), audience);
      const order = { by, reason, only };
      const { ready, leftOut, again } = sendFailedAgain(store, dispatch, order, now);
      const { edition, total } = dispatch;
      const others = [
        ...(leftOut > 0 ? [`Left out, because they are not on the list: ${leftOut}.`] : []),
        ...(again > 0 ? [`Left out, because it was sent again before: ${again}.`] : []),
      ];
      print(
        [
          `${edition} for ${audience}: ${ready === 1 ? '1 message is' : `${ready} messages are`} ready to be sent again. Nothing was sent yet.`,
          ...others,
          `To send, run \`npm run -s panui -- send ${edition} --audience ${audience} --via resend --expect ${total}\`.`,
          '',
        ].join('\n'),
      );
    });
  },
});
