import { relative } from 'node:path';
import { defineCommand } from 'citty';
import { readBulletin } from '../../src/delivery/read-bulletin.ts';
import type { RehearsalReport } from '../../src/delivery/outbox.ts';
import { sendToOutbox } from '../../src/delivery/send-to-outbox.ts';
import { readSettings } from '../../src/settings.ts';
import { audienceFlag, editionWord, jsonFlag, parseEdition, parseList } from '../command-words.ts';
import { print, printJson } from '../print.ts';
import { UsageError } from '../usage-error.ts';
import { withStore } from '../with-store.ts';

export const examples = [
  ['send newest --audience providers', 'write a message for every provider into the outbox'],
  ['send 2026-05-08 --audience schools --json', 'the same for schools, reported for a program'],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    via: {
      type: 'string',
      valueHint: 'outbox',
      default: 'outbox',
      description: 'how: outbox writes files and reaches nobody',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    refuseOtherTransports(args.via);
    const settings = readSettings();
    const audience = parseList(args.audience);
    const bulletin = await readBulletin(settings.out, parseEdition(args.edition), audience);
    const report = await withStore(settings.data, (store) =>
      sendToOutbox(store, bulletin, settings),
    );
    const { edition } = bulletin;
    if (args.json) return printJson({ edition, audience, via: 'outbox', ...report });
    print(describe(`${edition} for ${audience}`, report));
  },
});

function refuseOtherTransports(via: string): void {
  if (via === 'outbox') return;
  const found =
    via === 'resend' ? 'found "resend", which this version does not have yet.' : `found "${via}".`;
  throw new UsageError([`Expected --via outbox, the only way of sending; ${found}`]);
}

function describe(what: string, report: RehearsalReport): string {
  const { outcome, changed, count, folder, index } = report;
  const messages = count === 1 ? '1 message' : `${count} messages`;
  const said = {
    written: `${what}: ${messages} written. Nothing was sent.`,
    replaced: `${what}: ${messages} written in place of the earlier rehearsal, because ${changed.join(' and ')} changed. Nothing was sent.`,
    unchanged: `${what}: nothing new to write; the outbox already has these ${messages}. Nothing was sent.`,
  }[outcome];
  return `${said}\nMessages: ${near(folder)}\nLook at them: ${near(index)}\n`;
}

/** A path as seen from the working folder, where that is shorter. */
function near(path: string): string {
  const seen = relative(process.cwd(), path);
  return seen.startsWith('..') ? path : seen;
}
