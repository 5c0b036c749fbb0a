import { expect, it } from 'vitest';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { checkContent } from '../running/check-content.ts';

it('takes double vowels where a document says that it writes them', async () => {
  const text = edition('Our whaanau and kaainga.');
  const folder = await writeContent({
    'newsletters/2026-05-08.mdx': text.replace('date:', 'orthography: double-vowel\ndate:'),
    'newsletters/2026-05-09.mdx': text.replace('05-08', '05-09'),
    'kupu.yaml': 'words: [whānau, kāinga]\n',
  });
  const { findings } = await checkContent({ folder, for: 'send' });
  const reo = findings.filter(({ rule }) => rule === 'reo/macron-canonical');
  expect(reo.map(({ file, words }) => [file.slice(-14), words])).toEqual([
    ['2026-05-09.mdx', 'whaanau'],
    ['2026-05-09.mdx', 'kaainga'],
  ]);
});
