import { rm } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { correction, writeContent } from '../testing/content/write-content.ts';
import { readContent } from '../content/reading/read-content.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';

it('lists every page, with the day on which its document last changed', async () => {
  const folder = await writeContent({
    'corrections/2026-05-12-day.mdx': correction('Sorry.').replace('#invoices', ''),
  });
  const pages = [
    '/',
    '/corrections/2026-05-12-day/schools/',
    '/guidance/families/',
    '/known-issues/ki-001/',
    '/newsletters/2026-05-08/',
  ];
  const xml = sitemap(pages, await readContent(folder), 'https://news.ministry.example');
  await rm(folder, { recursive: true });
  expect(new XMLParser({ parseTagValue: false }).parse(xml)).toEqual({
    '?xml': '',
    urlset: {
      url: [
        { loc: 'https://news.ministry.example/' },
        {
          loc: 'https://news.ministry.example/corrections/2026-05-12-day/schools/',
          lastmod: '2026-05-12',
        },
        { loc: 'https://news.ministry.example/guidance/families/', lastmod: '2026-05-01' },
        { loc: 'https://news.ministry.example/known-issues/ki-001/', lastmod: '2026-05-07' },
        { loc: 'https://news.ministry.example/newsletters/2026-05-08/', lastmod: '2026-05-12' },
      ],
    },
  });
});

it('tells crawlers where the sitemap is, and to leave bulletins and personal links alone', () => {
  expect(robots('https://news.ministry.example')).toMatchInlineSnapshot(`
    "User-agent: *
    Disallow: /bulletins/
    Disallow: /unsubscribe/

    Sitemap: https://news.ministry.example/sitemap.xml
    "
  `);
});
