import type { ApprovalState } from '../../src/delivery/approval/approval.ts';
import { approveEdition } from '../../src/delivery/orders/approve-edition.ts';
import type { Bulletin } from '../../src/schemas/bulletin.ts';
import { readSettings } from '../../src/settings/settings.ts';
import {
  audienceFlag,
  editionWord,
  jsonFlag,
  parseEdition,
  parseList,
  parseName,
  parseSendDay,
  sendDayFlag,
} from '../command-line/command-words.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  [
    'approve 2026-05-08 --audience providers --by "Comms Lead"',
    'say that exactly these bytes may go out; what is built anew with any change has to be approved again',
  ],
  [
    'approve 2026-05-08 --audience providers --by "Comms Lead" --on 2026-05-11',
    'the same, and hold its deadlines against the day on which it is really to be sent',
  ],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    by: { type: 'string', required: true, valueHint: 'NAME', description: 'who approves' },
    on: sendDayFlag,
    json: jsonFlag,
  },
  async run({ args }) {
    const settings = readSettings();
    const audience = parseList(args.audience);
    const by = parseName(args.by);
    const day = args.on === undefined ? undefined : parseSendDay(args.on);
    const order = { edition: parseEdition(args.edition), audience, by, day };
    const { bulletin, state } = await approveEdition(settings, order, (work) =>
      withStore(settings, work),
    );
    const { edition, hash } = bulletin;
    if (args.json) return printJson({ edition, audience, hash, ...state });
    print(describe(bulletin, state));
  },
});

function describe({ edition, audience, hash, legal }: Bulletin, state: ApprovalState): string {
  const names = state.by.map(({ name }) => name).join(' and ');
  const said = `${edition} for ${audience} (hash ${hash.slice(0, 12)}): approved by ${names}.\n`;
  if (state.approved) return said;
  const titles = legal.map((title) => `"${title}"`).join(', ');
  return `${said}A second person has to approve it too, because ${titles} is marked legal.\n`;
}
