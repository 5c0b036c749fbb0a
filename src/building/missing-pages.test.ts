import { expect, it } from 'vitest';
import { BadInput } from '../problems/problem.ts';
import { readContent } from '../content/reading/read-content.ts';
import { readSettings } from '../settings/settings.ts';
import { refusal, writeContent } from '../testing/content/write-content.ts';
import { missingPages } from './missing-pages.ts';

const page = (title: string) => `---
title: ${title}
summary: What it says.
lead: It says this.
order: 1
---

Words.
`;

it('names every page that all others lead to and nobody wrote', async () => {
  const content = await readContent(
    await writeContent({ 'pages/privacy.mdx': page('Privacy'), 'pages/leave.mdx': page('Leave') }),
  );
  expect(new BadInput(missingPages(content, 'content')).message).toMatchInlineSnapshot(`
    "content/pages/accessibility.mdx
      Expected a page to which every page and bulletin leads.
      Found no such file.
      Write it: its title, summary, lead and order between two lines of three hyphens, and its text.

    content/pages/contacts.mdx
      Expected a page to which every page and bulletin leads.
      Found no such file.
      Write it: its title, summary, lead and order between two lines of three hyphens, and its text.

    content/pages/copyright.mdx
      Expected a page to which every page and bulletin leads.
      Found no such file.
      Write it: its title, summary, lead and order between two lines of three hyphens, and its text.

    3 problems. Nothing was changed."
  `);
});

it('takes the pages of the sample', async () => {
  const { content: folder } = readSettings({});
  expect(missingPages(await readContent(folder), folder)).toEqual([]);
});

it('refuses a page at the address of a part of the site', async () => {
  const message = await refusal({ 'pages/search.mdx': page('Search') });
  expect(message.replace(/^.*\/pages/m, 'pages')).toMatchInlineSnapshot(`
    "pages/search.mdx
      Expected a name that no part of the site has.
      Found search, and /search/ is the address of a part of the site.
      Give the file another name: the name is the address of the page.

    1 problem. Nothing was changed."
  `);
});
