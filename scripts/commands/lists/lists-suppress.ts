import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { dayAt } from '../../../src/dates/new-zealand.ts';
import { maskAddress, normaliseAddress } from '../../../src/delivery/list-files/address.ts';
import { readDay } from '../../../src/delivery/list-files/read-day.ts';
import {
  suppressFile,
  suppressPerson,
  type SuppressOrder,
  type SuppressReport,
} from '../../../src/delivery/suppressions/suppress.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { boundMemory } from '../../command-line/bound-memory.ts';
import {
  jsonFlag,
  parseAddress,
  parseKept,
  onlyListFlag,
} from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { wordOrInput } from '../../command-line/read-address.ts';
import { print, printJson } from '../../command-line/print.ts';
import { UsageError } from '../../command-line/usage-error.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  [
    'lists suppress unsubscribed.csv --source "the old newsletter system"',
    'keep everybody in the file off every list, also whom nobody holds',
  ],
  [
    'lists suppress office@kura.example --reason "rang and asked for it" --source "Service Desk"',
    'keep one person off every list',
  ],
] as const;

export default defineCommand({
  args: {
    who: {
      type: 'positional',
      required: true,
      description:
        'an address (- reads it from standard input), or a CSV file with a column "email"; also reason, source, date, and what other systems call consent',
    },
    list: onlyListFlag,
    reason: {
      type: 'string',
      valueHint: 'TEXT',
      description:
        'unsubscribed, bounced or complained, or a line of your own; where a file does not say (unsubscribed unless you say otherwise)',
    },
    source: {
      type: 'string',
      valueHint: 'TEXT',
      description: 'where the no comes from; left out, what the file says, or its name',
    },
    date: {
      type: 'string',
      valueHint: 'DAY',
      description: 'when it was said, such as 2026-05-08; left out, what the file says, or today',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    boundMemory();
    const { data, databaseUrl, now } = readSettings();
    const who = await wordOrInput(args.who);
    if (!isAddress(who) && !isFile(who)) {
      throw new UsageError([
        `Expected WHO to be an address, or a CSV file that is there; found "${who}".`,
      ]);
    }
    const order: SuppressOrder = {
      list: args.list ?? '*',
      reason: kept(args.reason, 'reason'),
      source: kept(args.source, 'source'),
      saidOn: args.date === undefined ? undefined : parseDate(args.date, dayAt(now)),
    };
    const report = await withStore(
      { data, databaseUrl },
      async (store): Promise<SuppressReport> => {
        if (!isAddress(who)) return suppressFile(store, resolve(who), order, now);
        const counts = suppressPerson(store, parseAddress(who), order, now);
        return { ...counts, forgotten: 0, leftOut: 0 };
      },
    );
    const off = order.list === '*' ? 'every list' : order.list;
    if (args.json) printJson({ list: order.list === '*' ? 'all' : order.list, ...report });
    else print(describe(isAddress(who) ? maskAddress(who) : who, off, report));
  },
});

/** A file may have a name with an @ in it, so what is there, or is called like a table, is a file. */
const isFile = (word: string) => existsSync(word) || /\.(csv|tsv|txt)$/i.test(word);
const isAddress = (word: string) => normaliseAddress(word).ok && !isFile(word);

const kept = (word: string | undefined, flag: string) =>
  word === undefined
    ? undefined
    : parseKept(word, `--${flag} to be a line of at most 200 characters, without an address`, 200);

function parseDate(word: string, today: string): string {
  const day = readDay(word);
  if (day !== undefined && day !== '' && day <= today) return day;
  throw new UsageError([
    `Expected --date to be a day written 2026-05-08, not after today (${today}); found "${word}".`,
  ]);
}

function describe(who: string, off: string, report: SuppressReport): string {
  const { kept: nos, known, takenOff, forgotten, leftOut } = report;
  const counts = Object.entries({ ...nos, forgotten }).filter(([, count]) => count > 0);
  const said = counts.map(([reason, count]) => `${count} ${reason}`).join(', ');
  const lines = [
    said === ''
      ? `${who}: kept off ${off} already; nothing was new.`
      : `${who}: kept off ${off} from now on: ${said}. No import brings them in.`,
  ];
  if (said !== '' && known > 0) lines.push(`Kept off already: ${known}.`);
  if (takenOff > 0) lines.push(`Of them ${takenOff} got bulletins until now, and are off at once.`);
  if (leftOut > 0) {
    lines.push(`Left as they are, because the file does not say that they said no: ${leftOut}.`);
  }
  return `${lines.join('\n')}\n`;
}
