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
  expect(new BadInput(await missingPages(content, 'content-of-nobody')).message)
    .toMatchInlineSnapshot(`
    "content-of-nobody/pages/accessibility.mdx
      Expected a page to which every page and bulletin leads.
      Found no such file.
      Write it: its title, summary, lead and order between two lines of three hyphens, and its text.

    content-of-nobody/pages/contacts.mdx
      Expected a page to which every page and bulletin leads.
      Found no such file.
      Write it: its title, summary, lead and order between two lines of three hyphens, and its text.

    content-of-nobody/pages/copyright.mdx
      Expected a page to which every page and bulletin leads.
      Found no such file.
      Write it: its title, summary, lead and order between two lines of three hyphens, and its text.

    3 problems. Nothing was changed."
  `);
});

it('takes the pages of the sample', async () => {
  const { content: folder } = readSettings({});
  expect(await missingPages(await readContent(folder), folder)).toEqual([]);
});

it('says that a page to which all others lead is a draft still', async () => {
  const folder = await writeContent({
    'pages/accessibility.mdx': page('Accessibility'),
    'pages/contacts.mdx': page('Contacts'),
    'pages/copyright.mdx': page('Copyright'),
    'pages/privacy.mdx': page('Privacy').replace('order: 1', 'order: 1\nstate: draft'),
  });
  const problems = await missingPages(await readContent(folder), folder);
  const message = new BadInput(problems).message.replaceAll(/\S*\/pages/g, 'pages');
  expect(message).toMatchInlineSnapshot(`
    "pages
      Expected a page to which every page and bulletin leads.
      Found a draft of it, which is not published: pages/privacy.mdx:6.
      Take "state: draft" out there once it is ready: no site is built without this page.

    1 problem. Nothing was changed."
  `);
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
