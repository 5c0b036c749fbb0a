import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderBulletin, type Rendered } from '../../../emails/render.ts';
import { exampleFiles, examples } from '../../blocks/examples.ts';
import { mailingsOf } from '../../content/views/mailings.ts';
import { readContent } from '../../content/reading/read-content.ts';
import { contentOf } from '../content/content-of.ts';
import { readSettings } from '../../settings/settings.ts';
import { audienceIds } from '../../publication/site.ts';

/** An origin as long as a real one. */
export const origin = 'https://news.ministry.example';

/** Every bulletin of the sample content, and one edition that holds every example of the contract. */
export async function sampleBulletins(): Promise<{ name: string; rendered: Rendered }[]> {
  const examples = await exampleFolder();
  const contents = [
    await readContent(readSettings({}).content),
    await readContent(examples, false),
  ];
  const all = [];
  for (const content of contents) {
    for (const mailing of mailingsOf(content)) {
      for (const audience of audienceIds().filter((id) => mailing.bulletins[id])) {
        const rendered = await renderBulletin(
          mailing,
          contentOf(mailing.body),
          audience,
          content,
          origin,
        );
        all.push({ name: `${mailing.id} for ${audience}`, rendered });
      }
    }
  }
  await rm(examples, { recursive: true });
  return all;
}

async function exampleFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-examples-'));
  const body = Object.values(examples)
    .flat()
    .filter(({ within }) => within === undefined)
    // Two examples may have the same anchor; an edition may not.
    .map(({ mdx }, at) => mdx.replaceAll(/(?<=<(?:Event|Item) id=")/g, `example-${at}-`))
    .join('\n\n');
  const files = {
    ...exampleFiles,
    'newsletters/2026-06-05.mdx': `---
date: 2026-06-05
summary: Every block there is, once at least.
bulletins:
  providers:
    subject: Every block there is
    preheader: An edition that nobody sends, for programs to look at.
---

${body}
`,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
