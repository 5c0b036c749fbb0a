import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBulletin } from '../../../emails/render.ts';
import Edition from '../../components/Edition.astro';
import type { Content } from '../../content/content.ts';
import { editionMailing } from '../../content/mailings.ts';
import { readContent } from '../../content/read-content.ts';
import { searchRecords } from '../../search/records.ts';
import { audienceIds } from '../../site.ts';
import { randomEdition } from '../../testing/random-edition.ts';
import { checkParity } from './check-parity.ts';

const dates = Array.from({ length: 40 }, (_, seed) =>
  new Date(Date.UTC(2026, 0, 1 + seed * 7)).toISOString().slice(0, 10),
);
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
  folder = await mkdtemp(join(tmpdir(), 'panui-random-'));
  await mkdir(join(folder, 'newsletters'));
  await writeFile(join(folder, 'contacts.yaml'), contacts);
  sources = new Map(dates.map((date, seed) => [date, randomEdition(seed + 1, date)]));
  for (const [date, mdx] of sources) await writeFile(join(folder, `newsletters/${date}.mdx`), mdx);
  content = await readContent(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const wordsFor = (text: string, who: string, where: string) =>
  new Set(text.toLowerCase().match(new RegExp(`\\b(?:${who})(?:${where})\\d+`, 'g')));

describe.each(audienceIds)('random editions for %s', (audience) => {
  const other = audience === 'providers' ? 'schools' : 'providers';

  it('say nothing of the other audience or channel, leave out nothing, and agree in every rendering', async () => {
    let secrets = 0;
    for (const edition of content.newsletters) {
      const mailing = editionMailing(edition);
      const { bulletin, mjml } = await renderBulletin(
        mailing,
        audience,
        content,
        'https://a.example',
      );
      const container = await AstroContainer.create({ astroConfig: { site: 'https://a.example' } });
      const page = await container.renderToString(Edition, {
        props: { edition, audience, content },
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
      expect(wordsFor(bulletin.text, mine, 'both|email')).toEqual(
        wordsFor(body, mine, 'both|email'),
      );
      expect(checkParity(page, bulletin, mailing, content), `${edition.id}\n${source}`).toEqual([]);
    }
    expect(secrets).toBeGreaterThan(100);
  });

  it('are found by a search only where they may be read', () => {
    for (const { audiences, ...record } of searchRecords(content)) {
      if (audiences.includes(audience)) continue;
      expect([...wordsFor(JSON.stringify(record), audience, 'both|web|email')]).toEqual([]);
    }
  });
});
