import { defineCommand } from 'citty';
import { listBulletins, newestEdition } from '../../src/delivery/list-bulletins.ts';
import { readBulletin } from '../../src/delivery/read-bulletin.ts';
import { recordFiles, recordFolder } from '../../src/delivery/record-folder.ts';
import { keepRecord, readKept } from '../../src/delivery/record-keep.ts';
import { type RecordReport, verifyRecord } from '../../src/delivery/record-verify.ts';
import { BadInput } from '../../src/problem.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { audienceIds } from '../../src/site.ts';
import { editionWord, jsonFlag, parseEdition } from '../command-words.ts';
import { print, printJson } from '../print.ts';

export const examples = [
  ['record 2026-05-08', 'keep source, parts, hash and checksums of its bulletins'],
  ['record 2026-05-08 --verify', 'check that nothing was changed since'],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    verify: { type: 'boolean', description: 'keep nothing; check what is on record' },
    json: jsonFlag,
  },
  async run({ args }) {
    const settings = readSettings();
    const edition = await nameOf(parseEdition(args.edition), settings);
    if (args.verify !== true) await keepAll(edition, settings);
    const reports = await verifyAll(edition, settings);
    if (args.json) printJson(reports);
    else print(reports.map(describeRecord).join('\n'));
    return reports.some(({ faults }) => faults.length > 0) ? 1 : 0;
  },
});

async function nameOf(word: string, { out }: Settings): Promise<string> {
  if (word !== 'newest') return word;
  return newestEdition(await listBulletins(out)) ?? word;
}

/* What is on record stays, though the same edition may have been built anew since. */
async function keepAll(edition: string, settings: Settings): Promise<void> {
  const built = await listBulletins(settings.out);
  for (const { audience } of built.filter((one) => one.edition === edition)) {
    if (await readKept(recordFolder(settings.data, edition, audience))) continue;
    await keepRecord(await readBulletin(settings.out, edition, audience), settings);
  }
}

async function verifyAll(edition: string, { data }: Settings): Promise<RecordReport[]> {
  const folders = audienceIds.map((audience) => recordFolder(data, edition, audience));
  const kept = await Promise.all(
    folders.map((folder) => verifyRecord(folder).catch(() => undefined)),
  );
  const reports = kept.filter((report) => report !== undefined);
  if (reports.length > 0) return reports;
  throw new BadInput([
    {
      file: `${data}/records`,
      expected: `a record of ${edition}`,
      found: 'none, and no bulletin of it that was built',
      remedy: 'Run `npm run -s panui -- build`, then try again.',
    },
  ]);
}

function describeRecord({ folder, hash, files, missing, faults }: RecordReport): string {
  const lines = files.map(({ name, bytes }) => `  ${name.padEnd(16)} ${bytes} bytes`);
  const lacking = missing.map((name) => `  ${name.padEnd(16)} ${recordFiles[name]}`);
  return [
    `${folder}\n  hash ${hash ?? 'unknown'}`,
    ...lines,
    ...(lacking.length > 0 ? ['Not on record yet:', ...lacking] : []),
    faults.length === 0 ? 'Nothing was changed since it was kept.' : faults.join('\n'),
    '',
  ].join('\n');
}
