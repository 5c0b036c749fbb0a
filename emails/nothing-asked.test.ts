import { rm } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { mailingById } from '../src/content/views/mailings.ts';
import { contentReader } from '../src/content/reading/read-content.ts';
import { publication } from '../src/publication/site.ts';
import { contentOf } from '../src/testing/content/content-of.ts';
import { edition, writeContent } from '../src/testing/content/write-content.ts';
import { origin } from '../src/testing/editions/sample-bulletins.ts';
import { renderBulletin } from './render.ts';

async function htmlOf(words: string): Promise<string> {
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition(words) });
  onTestFinished(() => rm(folder, { recursive: true }));
  const content = await contentReader(folder, true, () => true)();
  const mailing = mailingById(content, '2026-05-08');
  const Content = contentOf(mailing.body);
  return (await renderBulletin(mailing, Content, 'schools', content, origin)).bulletin.html;
}

const item = (action: string) =>
  `<Item id="one" title="One thing" action="${action}">\n\nWords.\n\n</Item>\n`;
/* Styles in the head name the colour whether or not anything has it. */
const body = (html: string) => html.slice(html.indexOf('<body'));
const alert = () => publication().colours.light.alert;

it('has the colour that calls nowhere in an edition that asks nothing', async () => {
  const html = body(await htmlOf(item('for-information')));
  expect(html).toContain('Nothing in this edition needs action from you.');
  expect(html).not.toContain(alert());
});

it('has it over what is to do, where there is anything', async () => {
  const html = body(await htmlOf(item('action-required')));
  expect(html).toContain(`border-top:8px solid ${alert()}`);
});
