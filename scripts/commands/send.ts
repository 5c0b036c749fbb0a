import { expectReady } from '../../src/content/reading/expect-ready.ts';
import type { RehearsalReport } from '../../src/delivery/outbox/outbox.ts';
import { readBulletin } from '../../src/delivery/bulletins/read-bulletin.ts';
import { sendToOutbox } from '../../src/delivery/outbox/send-to-outbox.ts';
import { readSettings, serviceOrigin } from '../../src/settings/settings.ts';
import { boundMemory } from '../command-line/bound-memory.ts';
import {
  audienceFlag,
  editionWord,
  jsonFlag,
  parseEdition,
  parseList,
} from '../command-line/command-words.ts';
import { parseSendOrder, sendForReal } from '../sending/send-for-real.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';
import { near } from '../reports/near.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  ['send newest --audience providers', 'write a message for every provider into the outbox'],
  ['send 2026-05-08 --audience schools --json', 'the same for schools, reported for a program'],
  [
    'send 2026-05-08 --audience schools --via resend --expect 2417',
    'really send it; the same again goes on with what was begun',
  ],
  [
    'send 2026-05-08 --audience schools --via resend --expect 2417 --at 2026-05-08T15:00',
    'freeze it now, wait, and send it at 3pm in New Zealand',
  ],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    via: {
      type: 'enum',
      options: ['outbox', 'resend'],
      default: 'outbox',
      description: 'how: outbox writes files and reaches nobody',
    },
    expect: {
      type: 'string',
      valueHint: 'N',
      description: 'how many subscribers you expect; needed with --via resend',
    },
    at: {
      type: 'string',
      valueHint: 'TIME',
      description: 'when to begin, as 2026-05-08T15:00 in New Zealand',
    },
    by: { type: 'string', valueHint: 'NAME', description: 'who sends it, for the audit trail' },
    'any-time': { type: 'boolean', description: 'send outside the sending hours too' },
    workers: {
      type: 'string',
      valueHint: 'N',
      default: '6',
      description: 'how many requests may be in flight',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    boundMemory();
    const settings = readSettings();
    const audience = parseList(args.audience);
    const word = parseEdition(args.edition);
    await expectReady(settings.content, word);
    const order = parseSendOrder({ ...args, anyTime: args['any-time'] });
    if (order) return sendForReal({ ...order, word, audience, json: args.json }, settings);
    const bulletin = await readBulletin(settings.out, word, audience);
    const report = await withStore(settings, (store) =>
      sendToOutbox(store, bulletin, { ...settings, siteUrl: serviceOrigin(settings) }),
    );
    const { edition } = bulletin;
    if (args.json) printJson({ edition, audience, via: 'outbox', ...report });
    else print(describe(`${edition} for ${audience}`, report));
    return 0;
  },
});

function describe(what: string, report: RehearsalReport): string {
  const { outcome, changed, count, leftOut = 0, folder, index } = report;
  const messages = count === 1 ? '1 message' : `${count} messages`;
  const said = {
    written: `${what}: ${messages} written. Nothing was sent.`,
    replaced: `${what}: ${messages} written in place of the earlier rehearsal, because ${changed.join(' and ')} changed. Nothing was sent.`,
    unchanged: `${what}: nothing new to write; the outbox already has these ${messages}. Nothing was sent.`,
  }[outcome];
  const others =
    leftOut > 0
      ? `${leftOut} left out: they want only what needs action, and this asks nothing of them.\n`
      : '';
  return `${said}\n${others}Messages: ${near(folder)}\nLook at them: ${near(index)}\n`;
}
