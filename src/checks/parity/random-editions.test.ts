import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderBulletin } from '../../../emails/render.ts';
import { calendars } from '../../calendar/calendars.ts';
import Edition from '../../layouts/Edition.astro';
import type { Content } from '../../content/content.ts';
import { editionMailing } from '../../content/views/mailings.ts';
import { paths } from '../../content/paths.ts';
import { gatherContent, readContent } from '../../content/reading/read-content.ts';
import { atom } from '../../feeds/atom.ts';
import { feedList } from '../../feeds/feed-list.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { makeFeed } from '../../feeds/site-feeds.ts';
import { searchRecords } from '../../search/index/gather-records.ts';
import { itemsOf } from '../../document/outline.ts';
import { variantFor } from '../../document/variant.ts';
import { type Audience, audienceIds } from '../../publication/site.ts';
import { site } from '../../testing/content/write-content.ts';
import {
  namedContacts,
  quotedGuidance,
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

/* Every third edition goes out as a digest to one audience, or to both. */
const digestsOf = (seed: number) =>
  [['providers'], [], [], ['schools'], [], [], ['providers', 'schools'], [], []][seed % 9] ?? [];

let folder: string;
let content: Content;
let sources: Map<string, string>;

/** A content folder of `editions` by their dates, and of everything they quote. */
async function write(editions: ReadonlyMap<string, string>): Promise<string> {
  const into = await mkdtemp(join(tmpdir(), 'panui-random-'));
  const files = new Map([
    ['site.yaml', site.replace('contact: service-desk', 'contact: desk')],
    ['contacts.yaml', namedContacts],
    ...(['all', 'providers', 'schools'] as const).flatMap((reader): [string, string][] => [
      [`known-issues/ki-${reader}.mdx`, quotedIssue(reader)],
      [`releases/release-${reader}.mdx`, quotedRelease(reader)],
      [`guidance/advice-${reader}.mdx`, quotedGuidance(reader)],
    ]),
    ...[...editions].map(([date, mdx]): [string, string] => [`newsletters/${date}.mdx`, mdx]),
  ]);
  for (const [path, text] of files) {
    await mkdir(dirname(join(into, path)), { recursive: true });
    await writeFile(join(into, path), text);
  }
  return into;
}

beforeAll(async () => {
  vi.stubEnv('PANUI_NOW', `${today}T12:00:00+12:00`);
  sources = new Map(
    dates.map((date, seed) => [date, randomEdition(seed + 1, date, digestsOf(seed))]),
  );
  folder = await write(sources);
  content = await readContent(folder);
  useContent(content);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const wordsFor = (text: string, who: string, where: string) =>
  new Set(text.toLowerCase().match(new RegExp(`\\b(?:${who})(?:${where})\\d+`, 'g')));

/** Page and bulletin of an edition for one audience, by what a part is called. */
async function renderings(
  edition: Content['newsletters'][number],
  audience: Audience,
  from: Content,
) {
  const Content = contentOf(edition.body);
  const mailing = editionMailing(edition);
  const { bulletin, mjml } = await renderBulletin(mailing, Content, audience, from, origin);
  const container = await AstroContainer.create({ astroConfig: { site: origin } });
  const page = await container.renderToString(Edition, {
    props: { edition, Content, audience, content: from },
  });
  return { mailing, bulletin, page, parts: { ...bulletin, audience: '', webUrl: '', mjml, page } };
}

/** What is published besides for one audience: its feeds, its calendar and what its searches find. */
async function gathered(audience: Audience, from: Content) {
  const forms = feedList()
    .filter((link) => link.audience === audience)
    .map(async (link) => {
      const feed = await makeFeed(link, from, origin);
      return `${atom(feed)}\n${jsonFeed(feed)}`;
    });
  // Lines of a calendar are folded in the middle of words (RFC 5545, 3.1).
  const calendar = calendars(from, origin).get(paths.calendar(audience))?.replaceAll('\r\n ', '');
  const mine = searchRecords(from).filter(({ audiences }) => audiences.includes(audience));
  return {
    feeds: (await Promise.all(forms)).join('\n'),
    calendar: calendar ?? '',
    search: JSON.stringify(mine),
  };
}

describe.each(audienceIds())('random editions for %s', (audience) => {
  const other = audience === 'providers' ? 'schools' : 'providers';

  it('say nothing of the other audience or channel, leave out nothing, and agree in every rendering', async () => {
    let secrets = 0;
    let quoted = 0;
    let digests = 0;
    for (const edition of content.newsletters) {
      const { mailing, bulletin, page, parts } = await renderings(edition, audience, content);
      const source = sources.get(edition.id) ?? '';
      secrets += wordsFor(source, other, 'both|web|email').size;

      for (const [part, words] of Object.entries(parts)) {
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
      const all = wordsFor(body, mine, 'both|email');
      if (mailing.bulletins[audience]?.form === 'digest') {
        digests += 1;
        expect([...said.difference(all).difference(new Set(ofQuotes))]).toEqual([]);
        const titles = itemsOf(variantFor(edition.body, { audience, channel: 'email' }));
        for (const { node } of titles) expect(bulletin.text).toContain(`. ${node.props.title}\n`);
      } else expect(said.difference(new Set(ofQuotes))).toEqual(all);
      expect(
        checkParity(page, bulletin, mailing, content, today),
        `${edition.id}\n${source}`,
      ).toEqual([]);
    }
    expect(secrets).toBeGreaterThan(100);
    expect(quoted).toBeGreaterThan(20);
    expect(digests).toBeGreaterThan(8);
  });

  it('are in no feed, calendar or search of the other audience, with all they quote', async () => {
    const { feeds, calendar, search } = await gathered(audience, content);
    for (const output of [feeds, calendar, search]) {
      expect([...wordsFor(output, other, 'both|web|email')]).toEqual([]);
      expect(output).not.toContain(`ki-${other}`);
      expect(wordsFor(output, audience, 'both').size).toBeGreaterThan(5);
    }
    expect([...wordsFor(feeds + search, 'all|providers|schools', 'email')]).toEqual([]);
    expect(wordsFor(search, audience, 'both|web').size).toBeGreaterThan(50);
  });

  it('would be told wherever they leaked', async () => {
    const planted = await write(
      new Map([...sources].map(([date, mdx]) => [date, withoutAudiences(mdx)] as const)),
    );
    // What is quoted is refused, so that no build goes so far; what was read is rendered all the same.
    const { content: leaking, problems } = await gatherContent(planted);
    await rm(planted, { recursive: true });
    const refused = new Set(problems.map(({ found }) => found.replace(/ with .*|, which .*/, '')));
    expect(
      ['<Contact>', '<Guidance>', '<KnownIssue>', '<Release>'].filter((one) => !refused.has(one)),
    ).toEqual([]);

    useContent(leaking);
    const found = new Map<string, number>();
    const count = (part: string, words: unknown) =>
      found.set(
        part,
        (found.get(part) ?? 0) + wordsFor(String(words), other, 'both|web|email').size,
      );
    for (const edition of leaking.newsletters.slice(0, 3)) {
      const { html, text, mjml, page } = (await renderings(edition, audience, leaking)).parts;
      for (const [part, words] of Object.entries({ html, text, mjml, page })) count(part, words);
    }
    for (const [part, words] of Object.entries(await gathered(audience, leaking)))
      count(part, words);
    useContent(content);
    expect([...found].filter(([, words]) => words < 5)).toEqual([]);
    expect([...found.keys()]).toEqual([
      'html',
      'text',
      'mjml',
      'page',
      'feeds',
      'calendar',
      'search',
    ]);
  });
});

/** An edition whose parts for one audience lost the word of whom they are for. */
const withoutAudiences = (mdx: string) =>
  mdx
    .replaceAll(/ audience="(?:providers|schools)"/g, '')
    .replaceAll(/^<For>\n\n|^<\/For>\n\n?/gm, '');
