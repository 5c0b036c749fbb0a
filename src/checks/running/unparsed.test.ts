import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { checkContent } from './check-content.ts';

const checked = async (body: string) => {
  const folder = await writeContent({
    'newsletters/2026-05-08.mdx': edition(body).replace('One thing to do', 'Invoices due 15 May'),
  });
  const { findings } = await checkContent({ folder, for: 'send' });
  await rm(folder, { recursive: true });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, line, words }) => `${line} ${rule} ${words}`);
};

it('says of a block that is not closed that it is open, and not that the text lacks what was not read', async () => {
  const open = '<Callout kind="note" title="Invoices">\n\nSend yours.';
  expect(await checked(`\n${open}\n`)).toEqual([
    '10 document/refused <Callout kind="note" title="Invoices">',
  ]);
  expect(await checked(`\n${open}\n\n</Callout>\n`)).toContain('6 date/deadline-agrees 15 May');
});
