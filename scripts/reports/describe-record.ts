import { recordFiles } from '../../src/delivery/bulletins/record-folder.ts';
import type { RecordReport } from '../../src/delivery/record/record-verify.ts';
import { near } from './near.ts';

/** A record in a line: where it is, and whether anything is wrong or still to come. */
export function describeKept({ folder, missing, faults }: RecordReport): string {
  const where = near(folder);
  if (faults.length > 0) return `On record: ${where}. ${faults.join(' ')}\n`;
  return `On record: ${where}${missing.length > 0 ? `, still without ${missing.join(', ')}` : ''}\n`;
}

/** Everything a record holds, with the size of each file, what is not there yet, and every fault. */
export function describeRecord({ folder, hash, files, missing, faults }: RecordReport): string {
  const width = Math.max(16, ...files.map(({ name }) => name.length));
  const lines = files.map(({ name, bytes }) => `  ${name.padEnd(width)} ${bytes} bytes`);
  const lacking = missing.map((name) => `  ${name.padEnd(width)} ${recordFiles[name]}`);
  return [
    `${folder}\n  hash ${hash ?? 'unknown'}`,
    ...lines,
    ...(lacking.length > 0 ? ['Not on record yet:', ...lacking] : []),
    faults.length === 0 ? 'Nothing was changed since it was kept.' : faults.join('\n'),
    '',
  ].join('\n');
}
