import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { edition, writeContent } from '../../../testing/content/write-content.ts';
import { checkContent } from '../../running/check-content.ts';

const item = (title: string) =>
  `<Item id="a" title="${title}" action="for-information">\n\nWe sent each school its own link.\n\n</Item>`;

async function finds(body: string): Promise<boolean> {
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition(`\n${body}\n`) });
  const { findings } = await checkContent({ folder, for: 'send' });
  await rm(folder, { recursive: true });
  return findings.some(({ rule }) => rule === 'issue/contents-match');
}

it.each([
  'In this issue',
  'In this update:',
  'What’s in this bulletin',
  'Contents',
  'Table of contents',
  'This week',
  'Inside',
  'Inside this issue',
  'On this page',
  'Highlights',
  'At a glance',
  'Topics',
  'Kei roto',
])('knows a list of contents that begins with %s', async (opening) => {
  expect(await finds(`${opening}\n\n- Survey of schools\n\n${item('Survey of schools')}`)).toBe(
    true,
  );
});

it.each(['This week', 'Highlights', 'Topics'])(
  'takes no other list after %s for one',
  async (opening) => {
    const list = '- Offices are open on Monday\n- Two schools moved';
    expect(await finds(`${opening}\n\n${list}\n\n${item('Survey of schools')}`)).toBe(false);
  },
);
