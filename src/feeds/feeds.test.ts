import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import {
  correction,
  edition,
  knownIssue,
  writeContent,
  type Files,
} from '../testing/content/write-content.ts';
import { contentReader } from '../content/reading/read-content.ts';
import type { Audience } from '../publication/site.ts';
import { atom } from './atom.ts';
import type { Feed } from './feed.ts';
import { readAtom, readJsonFeed } from '../testing/content/read-feed.ts';
import { feedList, feedsFor } from './feed-list.ts';
import { jsonFeed } from './json-feed.ts';
import { makeFeed } from './site-feeds.ts';

const origin = 'https://news.ministry.example';
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** One feed of a small content folder with `files` over it. */
async function build(
  collection: string,
  files: Files = {},
  audience?: Audience,
  showsDrafts = false,
): Promise<Feed> {
  const folder = await writeContent(files);
  folders.push(folder);
  const link = feedList().find((one) => one.collection === collection && one.audience === audience);
  if (!link) throw new Error(`There is no feed of ${collection}.`);
  return makeFeed(link, await contentReader(folder, true, () => showsDrafts)(), origin);
}

const twoLists = (body: string) =>
  edition(body).replace(
    'bulletins:\n',
    'bulletins:\n  providers:\n    subject: A\n    preheader: For providers only.\n',
  );
const item = (id: string, props: string, body: string) =>
  `<Item id="${id}" title="Item ${id}" action="for-information" ${props}>\n\n${body}\n\n</Item>`;
const newsletter = 'newsletters/2026-05-08.mdx';

describe('a feed of newsletters', () => {
  const body = [
    'Kia ora & <Reo mi="nau mai" /> to “all” ]]> of you.',
    item(
      'one',
      'topic="Invoicing"',
      'Read [the guidance](/guidance/families/) or [item two](#two).',
    ),
    item('two', 'topic="AS-CMS"', '- One\n- Two'),
  ].join('\n\n');

  it('has the whole text of each edition as HTML, in both formats alike', async () => {
    const feed = await build('newsletters', { [newsletter]: twoLists(body) });
    const xml = atom(feed);
    const [entry] = readAtom(xml).entry;
    const [same] = readJsonFeed(jsonFeed(feed)).items;
    expect(entry?.content['#text']).toBe(same?.content_html);
    expect(same?.content_html).toMatch(
      /Kia ora &(amp;|#38;)? <span lang="mi">nau mai<\/span> to “all” \]\](>|&gt;|&#62;) of you\./,
    );
    expect(same?.content_html).toContain('<h2');
    expect(same?.content_html).toMatch(/<li>One<\/li>\s*<li>Two<\/li>/);
    expect([entry?.title, same?.title]).toEqual([
      'Attendance Service Newsletter, 8 May 2026',
      'Attendance Service Newsletter, 8 May 2026',
    ]);
    expect(entry?.category).toEqual([{ '@term': 'Invoicing' }, { '@term': 'AS-CMS' }]);
    expect(same?.tags).toEqual(['Invoicing', 'AS-CMS']);
  });

  it('has absolute links only, and none from a heading to itself', async () => {
    const feed = await build('newsletters', { [newsletter]: twoLists(body) }, 'schools');
    const html = feed.entries[0]?.html ?? '';
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to);
    expect(links).toEqual([
      `${origin}/guidance/families/`,
      `${origin}/newsletters/2026-05-08/schools/#two`,
    ]);
  });

  it('gives an audience nothing of what is only for another', async () => {
    const files = {
      [newsletter]: twoLists(
        [
          item('one', 'audience="providers" topic="Invoicing"', 'Send your invoice.'),
          '<For audience="schools">\n\nNothing for you to do.\n\n</For>',
        ].join('\n\n'),
      ),
    };
    const texts = async (audience?: Audience) => {
      const feed = await build('newsletters', files, audience);
      return atom(feed) + jsonFeed(feed);
    };
    expect(await texts('schools')).not.toMatch(/invoic|Item one|For providers only/i);
    expect(await texts('schools')).toContain('Nothing for you to do.');
    expect(await texts('providers')).not.toContain('Nothing for you to do.');
    expect(await texts('providers')).toContain('Send your invoice.');
    expect(await texts()).toMatch(/Send your invoice[\s\S]*Nothing for you to do/);
  });

  it('holds no draft, even where drafts are shown', async () => {
    const draft = edition('Kia ora.')
      .replace('---\n', '---\nstate: draft\n')
      .replace('date: 2026-05-08', 'date: 2026-05-15');
    const files = { 'newsletters/2026-05-15.mdx': draft };
    const { entries } = await build('newsletters', files, undefined, true);
    expect(entries.map(({ published }) => published)).toEqual(['2026-05-08']);
  });

  it('keeps the words of a category from those who get none of its items', async () => {
    const category = `<Category title="Money">\n\nFrom the money team.\n\n${item('one', 'audience="providers"', 'Send it.')}\n\n</Category>`;
    const htmlFor = async (audience: Audience) =>
      (await build('newsletters', { [newsletter]: twoLists(category) }, audience)).entries[0]?.html;
    expect(await htmlFor('providers')).toMatch(
      /<h2[^>]*>Money<\/h2>[^]*From the money team[^]*<h3[^>]*>Item one/,
    );
    expect(await htmlFor('schools')).not.toMatch(/money|Item one/i);
  });

  it('leaves out an edition that is not for the audience', async () => {
    expect((await build('newsletters', {}, 'providers')).entries).toEqual([]);
    expect((await build('newsletters', {}, 'schools')).entries).toHaveLength(1);
  });

  it('is updated by a correction, which it says and has as an entry, but not by one of an item for others', async () => {
    const files = {
      [newsletter]: twoLists(
        [
          item('one', 'audience="providers"', 'Send it by the 15th.'),
          item('two', '', 'Kia ora.'),
        ].join('\n\n'),
      ),
      'corrections/2026-05-12-day.mdx': correction('We are sorry.')
        .replace('#invoices', '#one')
        .replace('schools:', 'providers:'),
    };
    const [itself, forProviders] = (await build('newsletters', files, 'providers')).entries;
    const [forSchools, more] = (await build('newsletters', files, 'schools')).entries;
    expect([forProviders?.published, forProviders?.updated]).toEqual(['2026-05-08', '2026-05-12']);
    expect(forProviders?.html).toMatch(
      /Corrected on 12 May 2026:<\/strong> The date for invoices\. It says now: Send your invoice by 15 May 2026\./,
    );
    expect(itself).toMatchObject({
      title: 'Correction to the newsletter of 8 May 2026: The date for invoices',
      url: `${origin}/corrections/2026-05-12-day/providers/`,
      published: '2026-05-12',
    });
    expect(itself?.html).toContain(`href="${origin}/newsletters/2026-05-08/providers/#one"`);
    expect(itself?.html).toMatch(
      /What it said:<\/strong> Send your invoice by <span class="whole">14 May 2026</,
    );
    expect(forSchools?.updated).toBe('2026-05-08');
    expect(more).toBeUndefined();
    expect(forSchools?.html).not.toContain('14 May 2026');
  });
});

describe('a feed', () => {
  it('keeps the names of its entries when the site moves', async () => {
    const feed = await build('guidance');
    expect(feed.entries.map(({ id }) => id)).toEqual([
      'tag:attendance-updates.example,2026:/guidance/families/',
    ]);
    expect(atom(feed)).not.toMatch(/<id>[^<]*ministry\.example/);
  });

  it('is well-formed when it has no entry', async () => {
    const feed = await build('newsletters', {}, 'providers');
    expect(readAtom(atom(feed)).entry).toEqual([]);
    expect(readJsonFeed(jsonFeed(feed)).items).toEqual([]);
  });

  it('says when it was last updated, by its entries and not by the clock', async () => {
    expect(readAtom(atom(await build('guidance'))).updated).toBe('2026-05-01T00:00:00+12:00');
  });

  it('brings the last updated first', async () => {
    const feed = await build('knownIssues', {
      'known-issues/ki-002.mdx': knownIssue
        .replace('2026-05-07', '2026-05-20')
        .replace('related: [ki-001]\n', ''),
    });
    expect(feed.entries.map(({ title }) => title)).toEqual([
      'KI-002: A case is missing',
      'KI-001: A case is missing',
    ]);
  });
});

describe('the feed of known issues', () => {
  it('has the facts as words for people and as data for programs', async () => {
    const feed = await build('knownIssues');
    const [issue] = readJsonFeed(jsonFeed(feed)).items;
    expect(issue?.['_known_issue']).toEqual({
      about: `${origin}/feeds/`,
      number: 'KI-001',
      status: 'workaround',
      status_words: 'Workaround available',
      open: true,
      system: 'AS-CMS',
      area: 'Cases',
      audiences: ['schools'],
      roles: [],
      what_you_see: 'The list is empty.',
      first_reported: '2026-04-01',
      last_updated: '2026-05-07',
      fixed_in: {
        title: 'AS-CMS release of 7 May 2026',
        url: `${origin}/releases/as-cms-may/`,
      },
      related: [`${origin}/known-issues/ki-001/`],
    });
    expect(issue?.content_html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
      'Status: Workaround available Where: AS-CMS, Cases Who is affected: Schools and kura What you see: The list is empty. Partly fixed in: AS-CMS release of 7 May 2026 What to do Look at your role first.',
    );
  });

  it('is for those who meet them', async () => {
    expect((await build('knownIssues', {}, 'providers')).entries).toEqual([]);
    expect((await build('knownIssues', {}, 'schools')).entries).toHaveLength(1);
  });
});

describe('the feeds a page offers', () => {
  const offered = (path: string) => feedsFor(path).map(({ name }) => name);

  it.each([
    ['/newsletters/', ['Newsletters']],
    ['/newsletters/2026-05-08/', ['Newsletters']],
    ['/newsletters/2026-05-08/schools/', ['Newsletters for schools']],
    ['/corrections/2026-05-12-day/schools/', ['Newsletters for schools']],
    ['/known-issues/ki-001/', ['Known issues']],
    ['/', ['Newsletters', 'Guidance', 'Known issues', 'Releases']],
    ['/contacts/', ['Newsletters', 'Guidance', 'Known issues', 'Releases']],
  ])('are, at %s, %s', (path, names) => {
    expect(offered(path)).toEqual(names);
  });
});
