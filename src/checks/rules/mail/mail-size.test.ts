import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { edition, writeContent } from '../../../testing/content/write-content.ts';
import { openLibrary } from '../../reading/read-library.ts';
import { checkLibrary } from '../../running/check-content.ts';
import { bulletinFiles } from './bulletin-example.ts';

/** What is said of a bulletin of about 30 KB, of this form. */
async function saidOf(form: 'full' | 'digest'): Promise<string[]> {
  const folder = await writeContent({
    ...bulletinFiles({ html: '<p>Kia ora</p>'.repeat(2000) }),
    'newsletters/2026-05-08.mdx': edition('Kia ora.').replace(
      /( +)preheader:/,
      `$1form: ${form}\n$1preheader:`,
    ),
  });
  const library = await openLibrary(folder, undefined, join(folder, 'dist'));
  const { findings } = await checkLibrary(library, { for: 'send' });
  await rm(folder, { recursive: true });
  return findings.filter(({ rule }) => rule === 'mail/size').map(({ message }) => message);
}

it('holds a digest to less than a bulletin that says everything', async () => {
  expect(await saidOf('full')).toEqual([]);
  expect(await saidOf('digest')).toMatchInlineSnapshot(`
    [
      "The digest for schools is 30 KB as it is sent, and a digest has at most 25.",
    ]
  `);
});
