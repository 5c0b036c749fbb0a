import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renderBulletin } from '../../emails/render.ts';
import { edition, writeContent } from '../testing/content/write-content.ts';
import { mailingsOf } from '../content/views/mailings.ts';
import { readContent } from '../content/reading/read-content.ts';
import { feedList } from '../feeds/feed-list.ts';
import { contentOf } from '../testing/content/content-of.ts';
import { makeFeed } from '../feeds/site-feeds.ts';

const origin = 'https://news.ministry.example';

it('marks te reo Māori in bulletins and feeds where an author cannot: in a title, a name, plain prose', async () => {
  const body = `<Item id="one" title="Ngā mihi to every school" action="for-information">

Kia ora koutou, and thank you.

<Callout kind="note" title="Kia ora">

Words.

</Callout>

</Item>`;
  const folder = await writeContent({
    'newsletters/2026-05-08.mdx': edition(body),
    'kupu.yaml': 'phrases: [Kia ora, Kia ora koutou, Ngā mihi]\n',
  });
  const content = await readContent(folder);
  await rm(folder, { recursive: true });
  const [mailing] = mailingsOf(content);
  const [link] = feedList().filter(({ collection }) => collection === 'newsletters');
  if (!mailing || !link) throw new Error('The edition was not read.');
  const { bulletin } = await renderBulletin(
    mailing,
    contentOf(mailing.body),
    'schools',
    content,
    origin,
  );
  const [entry] = (await makeFeed(link, content, origin)).entries;
  for (const html of [bulletin.html.replaceAll('&#257;', 'ā'), entry?.html ?? '']) {
    expect(html).toContain('<span lang="mi">Ngā mihi</span> to every school');
    expect(html).toContain('<span lang="mi">Kia ora koutou</span>, and thank you');
    expect(html.match(/<span lang="mi">Kia ora<\/span>/g)).toHaveLength(1);
  }
  expect(bulletin.text).toContain('Kia ora koutou, and thank you');
});
