import { rm } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { edition, writeContent } from '../testing/content/write-content.ts';
import { checkContent } from './running/check-content.ts';
import { describeReport } from './describe-report.ts';

it('shows the words at fault however far on in a line they stand', async () => {
  const near = 'Our whanau read this line. ';
  const folder = await writeContent({
    'newsletters/2026-05-08.mdx': edition(`${near}${'Kia ora. '.repeat(400)}The whanau come.`),
    'kupu.yaml': 'words: [whānau]\n',
  });
  const report = await checkContent({ folder, for: 'send' });
  await rm(folder, { recursive: true });
  const findings = report.findings.filter(({ rule }) => rule === 'reo/macron-canonical');
  const said = stripVTControlCharacters(describeReport({ ...report, findings }));
  expect(said.split('\n').slice(2, 10).join('\n')).toMatchInlineSnapshot(`
    "  9:5     warning  Write “whānau”, not “whanau”.  reo/macron-canonical
              | Our whanau read this line. Kia ora. Kia ora. Kia ora. Kia ora. Kia ora. Kia ora. Kia ora. Kia or…
              |     ^^^^^^
              → whānau  (--fix does this)

      9:3632  warning  Write “whānau”, not “whanau”.  reo/macron-canonical
              | …whanau…
              |  ^^^^^^"
  `);
});
