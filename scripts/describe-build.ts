import { stat } from 'node:fs/promises';
import type { BuildReport } from '../src/building/build-site.ts';
import { bulletinFile, listBulletins } from '../src/delivery/list-bulletins.ts';

/** "30 pages; the search looks through 4,786 words in 72 entries." */
export const describeSite = ({ pages, words, entries }: BuildReport): string =>
  `Site: ${pages} pages; the search looks through ${words.toLocaleString('en-NZ')} words in ${entries} entries.`;

/** Every built bulletin with the size of its HTML, newest edition first, a line each. */
export async function describeBulletins(out: string): Promise<string> {
  const bulletins = (await listBulletins(out)).toReversed();
  const lines = bulletins.map(async ({ edition, audience }) => {
    const { size } = await stat(bulletinFile(out, edition, audience, 'html'));
    return `  ${edition} for ${audience}: ${Math.ceil(size / 1000)} KB`;
  });
  return ['Bulletins:', ...(await Promise.all(lines))].join('\n');
}
