import { readFile } from 'node:fs/promises';
import type { BuildReport } from '../../src/building/build-report.ts';
import { checkSize } from '../../src/checks/bulletin-size/check-size.ts';
import { sizeLimits } from '../../src/checks/bulletin-size/size-limits.ts';
import { bulletinFile, listBulletins } from '../../src/delivery/bulletins/list-bulletins.ts';

/** "30 pages; the search looks through 4,786 words in 72 entries." */
export const describeSite = ({ pages, words, entries }: BuildReport): string =>
  `Site: ${pages} pages; the search looks through ${words.toLocaleString('en-NZ')} words in ${entries} entries.`;

/** Every built bulletin with the size of its HTML, newest edition first, a line each. */
export async function describeBulletins(out: string): Promise<string> {
  const bulletins = (await listBulletins(out)).toReversed();
  const lines = bulletins.map(async ({ edition, audience }) => {
    const html = await readFile(bulletinFile(out, edition, audience, 'html'), 'utf8');
    const { bytes, level } = checkSize(html);
    const warning =
      level === 'fine'
        ? ''
        : `. Warning: as sent it is ${kilobytes(bytes)}, and Gmail cuts off what follows ${kilobytes(sizeLimits.refusal)}`;
    return `  ${edition} for ${audience}: ${kilobytes(html.length)}${warning}`;
  });
  return ['Bulletins:', ...(await Promise.all(lines))].join('\n');
}

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} KB`;
