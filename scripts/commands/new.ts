import { closest } from '../../src/problems/closest.ts';
import { correctionSchema } from '../../src/schemas/correction.ts';
import { day, line } from '../../src/schemas/fields.ts';
import type { Kind, Wish } from '../../src/skeletons/skeleton.ts';
import { kinds, kindWords } from '../../src/skeletons/all-skeletons.ts';
import { addEntry } from '../../src/skeletons/add-entry.ts';
import { startDocument } from '../../src/skeletons/start-document.ts';
import { type EntryKind, entryKinds, entryWords } from '../../src/skeletons/start-entry.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { jsonFlag } from '../command-line/command-words.ts';
import { describeEntry, reportEntry } from '../reports/describe-entry.ts';
import { describeStarted, reportStarted } from '../reports/describe-started.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { didYouMean } from '../command-line/find-command.ts';
import { print, printJson } from '../command-line/print.ts';
import { UsageError } from '../command-line/usage-error.ts';

export const examples = [
  ['new newsletter', 'the next edition, on the next day that suits'],
  ['new newsletter --on 2026-06-12', 'the edition of a day that you choose'],
  ['new newsletter --from last', 'the next edition, with what stands in each carried over'],
  ['new guidance "Working with families"', 'a page of guidance'],
  ['new known-issue "A case is missing from my list"', 'a known issue, under the next number'],
  ['new release AS-CMS --on 2026-06-18', 'a release, with the day from which it is in use'],
  [
    'new correction "The due date for invoices" --of 2026-05-08#invoices',
    'put an item of an edition right that has gone out',
  ],
  ['new contact "Media team"', 'a contact, at the end of contacts.yaml'],
  ['new term "Support plan"', 'a term, at the end of glossary.yaml'],
] as const;

const words = [...kindWords, ...entryWords];

export default defineCommand({
  args: {
    kind: { type: 'positional', required: true, description: `one of ${words.join(', ')}` },
    title: {
      type: 'positional',
      required: false,
      valueHint: 'TITLE…',
      description:
        'its title; of a release, its system; of a contact or a term, its name; a newsletter has none',
    },
    on: {
      type: 'string',
      valueHint: 'DAY',
      description:
        'the day it is dated, such as 2026-06-12; left out, today, or of a newsletter the next that suits',
    },
    of: {
      type: 'string',
      valueHint: 'EDITION#ITEM',
      description: 'of a correction: the edition, or the item of it, that was wrong',
    },
    from: {
      type: 'string',
      valueHint: 'EDITION',
      description:
        'of a newsletter: the edition, or "last", whose standing items, promises, greeting and sign-off it takes, with days moved by whole weeks',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    const { content: folder, now } = readSettings();
    const name = args._.slice(1).join(' ');
    const list = entryWords.find((word) => word === args.kind);
    if (list) {
      const entry = await addEntry(folder, list, parseEntryName(list, name, args));
      if (args.json) printJson(reportEntry(list, entry));
      else print(describeEntry(list, entry));
      return;
    }
    const kind = parseKind(args.kind);
    const wish = parseWish(kind, name, args);
    const started = await startDocument(kind, wish, { folder, now });
    if (args.json) printJson(reportStarted(kind, started));
    else print(describeStarted(kind, started));
  },
});

function parseKind(word: string): Kind {
  const kind = kinds.find((one) => one.word === word);
  if (kind) return kind;
  const expected = `Expected KIND to be one of ${words.join(', ')}`;
  throw new UsageError([`${expected}; found "${word}".${didYouMean(closest(word, words))}`]);
}

type Flags = Readonly<Partial<Record<'on' | 'of' | 'from', string | undefined>>>;

/** @throws {UsageError} with everything that is wrong at once */
function parseEntryName(kind: EntryKind, name: string, { on, of, from }: Flags): string {
  const given = Object.entries({ on, of, from }).filter(([, value]) => value !== undefined);
  const faults = [
    nameFault({ word: kind, name: entryKinds[kind] }, name),
    ...given.map(([flag]) => `Expected no --${flag} with "new ${kind}": it is an entry of a list.`),
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) throw new UsageError(faults);
  return name.trim().normalize('NFC');
}

/** @throws {UsageError} with everything that is wrong at once */
function parseWish(kind: Kind, name: string, { on, of, from }: Flags): Wish {
  const corrects = parseTarget(of);
  const faults = [
    nameFault(kind, name),
    on !== undefined && !day.safeParse(on).success
      ? `Expected --on to be a day that exists, written 2026-06-12; found "${on}".`
      : undefined,
    ofFault(kind, of),
    fromFault(kind, from),
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) throw new UsageError(faults);
  return { name: name.trim().normalize('NFC'), on, corrects: corrects.data, from };
}

function nameFault(
  { word, name: what }: { word: string; name?: { is: string; example: string } | undefined },
  name: string,
): string | undefined {
  if (what === undefined) {
    if (name === '') return undefined;
    const meant = day.safeParse(name).success ? didYouMean(`--on ${name}`) : '';
    return `Expected no title after "${word}": its day is its name; found "${name}".${meant}`;
  }
  const expected = `Expected the ${what.is} after "${word}", such as ${what.example}`;
  const parsed = line.safeParse(name);
  if (parsed.success) return undefined;
  return name.trim() === ''
    ? `${expected}; found nothing.`
    : `${expected}; found line breaks or control characters in it.`;
}

function ofFault({ word, corrects }: Kind, of: string | undefined): string | undefined {
  if (!corrects) {
    return of === undefined
      ? undefined
      : `Expected --of only with "new correction", not "${word}".`;
  }
  const parsed = parseTarget(of);
  if (parsed.success) return undefined;
  const expected = `Expected --of to be ${parsed.error.issues[0]?.message ?? 'what was wrong'}`;
  return `${expected}; found ${of === undefined ? 'nothing' : `"${of}"`}.`;
}

function fromFault({ word, startsFrom }: Kind, from: string | undefined): string | undefined {
  if (from === undefined) return undefined;
  if (!startsFrom) return `Expected --from only with "new newsletter", not "${word}".`;
  if (from === 'last' || day.safeParse(from).success) return undefined;
  return `Expected --from to be "last" or the day of an edition, written 2026-05-08; found "${from}".`;
}

const parseTarget = (of: string | undefined) => correctionSchema.shape.corrects.safeParse(of);
