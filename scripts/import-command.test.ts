import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeContent } from '../src/testing/content/write-content.ts';
import { outcomeOf } from '../src/testing/outcome-of.ts';

const program = fileURLToPath(new URL('panui.ts', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await writeContent();
});
afterAll(() => rm(folder, { recursive: true }));

it('makes a draft of a file, says what it did, and makes it once', async () => {
  await writeFile(
    join(folder, 'news.txt'),
    'News\n\n12 June 2026\n\nKia ora koutou\n\nRead 3 pages by then.\n',
  );
  const panui = () =>
    outcomeOf(
      spawn(process.execPath, [program, 'import', 'news.txt'], {
        cwd: folder,
        env: { PANUI_CONTENT: '.', PANUI_NOW: '2026-06-01T09:00:00+12:00' },
      }),
    );
  const { code, out, err } = await panui();
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "Made newsletters/2026-06-12.mdx of plain text, a draft of a newsletter dated Friday 12 June 2026.
    Nothing was lost: 4 sentences, 3 numbers, 0 links, 0 telephone numbers and 0 addresses of the source are in the draft or named below.

    Made of the words of the source
      <Greeting mi="Kia ora koutou" /> of “Kia ora koutou”
        certain: a greeting on a line of its own

    Left out
      “12 June 2026”
        the date: 2026-06-12

    Next
      Read the draft beside the source, and write over everything that says TBC.
      See what else is to be mended:
          npm run -s panui -- check newsletters/2026-06-12.mdx --for draft
    "
  `);
  const made = join(folder, 'newsletters/2026-06-12.mdx');
  const mdx = await readFile(made, 'utf8');
  expect(mdx).toContain('<Greeting mi="Kia ora koutou" />\n\nRead 3 pages by then.');
  expect((await panui()).code).toBe(2);
  expect(await readFile(made, 'utf8')).toBe(mdx);
});
