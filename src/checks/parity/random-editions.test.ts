import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderBulletin } from '../../../emails/render.ts';
import { calendars } from '../../calendar/calendars.ts';
import Edition from '../../layouts/Edition.astro';
import type { Content } from '../../content/content.ts';
import { editionMailing } from '../../content/views/mailings.ts';
import { paths } from '../../content/paths.ts';
import { readContent } from '../../content/reading/read-content.ts';
import { atom } from '../../feeds/atom.ts';
import { feedList } from '../../feeds/feed-list.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { makeFeed } from '../../feeds/site-feeds.ts';
import { searchRecords } from '../../search/index/gather-records.ts';
import { audienceIds } from '../../publication/site.ts';
import { site } from '../../testing/content/write-content.ts';
import {
  quotedIssue,
  quotedRelease,
  randomEdition,
} from '../../testing/editions/random-edition.ts';
import { contentOf } from '../../testing/content/content-of.ts';
import { useContent } from '../../testing/content/use-content.ts';
import { checkParity } from './check-parity.ts';

const origin = 'https://a.example';

const dates = Array.from({ length: 40 }, (_, seed) =>
  new Date(Date.UTC(2026, 0, 1 + seed * 7)).toISOString().slice(0, 10),
);
/* The day of the pages, in the middle of the editions: some of what they say is past, and some is not. */
const today = '2026-05-20';

const contacts = `desk:
  name: Service Desk
  summary: For anything.
  audiences: [providers, schools]
  phone: 0800 422 599
  email: desk@ministry.example
manager:
  name: Relationship Manager
  summary: Your main contact.
  audiences: [providers, schools]
`;

let folder: string;
let content: Content;
let sources: Map<string, string>;

beforeAll(async () => {
  vi.stubEnv('PANUI_NOW', `${today}T12:00:00+12:00`);
  folder = await mkdtemp(join(tmpdir(), 'panui-random-'));
  await mkdir(join(folder, 'newsletters'));
  await writeFile(
    join(folder, 'site.yaml'),
    site.replace('contact: service-desk', 'contact: desk'),
  );
  await writeFile(join(folder, 'contacts.yaml'), contacts);
  sources = new Map(dates.map((date, seed) => [date, randomEdition(seed + 1, date)]));
  await mkdir(join(folder, 'known-issues'));
  for (const reader of ['all', 'providers', 'schools'] as const)
    await writeFile(join(folder, `known-issues/ki-${reader}.mdx`), quotedIssue(reader));
  await mkdir(join(folder, 'releases'));
  await writeFile(join(folder, 'releases/release.mdx'), quotedRelease);
  for (const [date, mdx] of sources) await writeFile(join(folder, `newsletters/${date}.mdx`), mdx);
  content = await readContent(folder);
  useContent(content);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const wordsFor = (text: string, who: string, where: string) =>
  new Set(text.toLowerCase().match(new RegExp(`\\b(?:${who})(?:${where})\\d+`, 'g')));

describe.each(audienceIds())('random editions for %s', (audience) => {
  const other = audience === 'providers' ? 'schools' : 'providers';

  it('say nothing of the other audience or channel, leave out nothing, and agree in every rendering', async () => {
    let secrets = 0;
    let quoted = 0;
    for (const edition of content.newsletters) {
      const mailing = editionMailing(edition);
      const Content = contentOf(edition.body);
      const { bulletin, mjml } = await renderBulletin(mailing, Content, audience, content, origin);
      const container = await AstroContainer.create({ astroConfig: { site: origin } });
      const page = await container.renderToString(Edition, {
        props: { edition, Content, audience, content },
      });
      const source = sources.get(edition.id) ?? '';
      secrets += wordsFor(source, other, 'both|web|email').size;

      const whole = { ...bulletin, audience: '', webUrl: '', mjml };
      for (const [part, words] of Object.entries({ ...whole, page })) {
        const where = part === 'page' ? 'email' : 'web';
        const leaked = [
          ...wordsFor(String(words), other, 'both|web|email'),
          ...wordsFor(String(words), 'all|providers|schools', where),
        ];
        expect(leaked, `${part} of ${edition.id}`).toEqual([]);
      }
      const body = source.slice(source.indexOf('<Greeting'));
      const mine = `all|${audience}`;
      const said = wordsFor(bulletin.text, mine, 'both|email');
      const ofQuotes = [...said].filter((word) => /9000\d$/.test(word));
      quoted += ofQuotes.length;
      expect(said.difference(new Set(ofQuotes))).toEqual(wordsFor(body, mine, 'both|email'));
      expect(
        checkParity(page, bulletin, mailing, content, today),
        `${edition.id}\n${source}`,
      ).toEqual([]);
    }
    expect(secrets).toBeGreaterThan(100);
    expect(quoted).toBeGreaterThan(20);
  });

  it('are in no feed and no calendar of the other audience', async () => {
    const forms = feedList()
      .filter((link) => link.audience === audience)
      .map(async (link) => {
        const feed = await makeFeed(link, content, origin);
        return `${atom(feed)}\n${jsonFeed(feed)}`;
      });
    const feeds = (await Promise.all(forms)).join('\n');
    // Lines of a calendar are folded in the middle of words (RFC 5545, 3.1).
    const calendar = calendars(content, origin)
      .get(paths.calendar(audience))
      ?.replaceAll('\r\n ', '');
    for (const output of [feeds, calendar ?? '']) {
      expect([...wordsFor(output, other, 'both|web|email')]).toEqual([]);
      expect(wordsFor(output, audience, 'both').size).toBeGreaterThan(5);
    }
    expect([...wordsFor(feeds, 'all|providers|schools', 'email')]).toEqual([]);
  });

  it('are found by a search only where they may be read', () => {
    const mine = searchRecords(content).filter(({ audiences }) => audiences.includes(audience));
    const all = JSON.stringify(mine);
    expect([...wordsFor(all, other, 'both|web|email')]).toEqual([]);
    expect([...wordsFor(all, 'all|providers|schools', 'email')]).toEqual([]);
    expect(wordsFor(all, audience, 'both|web').size).toBeGreaterThan(50);
  });
});
