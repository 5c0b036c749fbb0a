import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../checks/running/check-content.ts';
import { refuseAllErrors, refuseErrors } from '../../checks/running/refuse-errors.ts';
import { searchRecords } from '../../search/index/gather-records.ts';
import {
  correction,
  edition,
  type Files,
  guidance,
  knownIssue,
  release,
  writeContent,
} from '../../testing/content/write-content.ts';
import { collections } from '../collections.ts';
import { allDocuments } from '../content.ts';
import { isDraftAt } from '../views/draft-at.ts';
import { siteMap } from '../views/site-map.ts';
import { expectReady } from './expect-ready.ts';
import { contentReader, gatherContent, readContent } from './read-content.ts';

const draft = (document: string) => document.replace('---\n', '---\nstate: draft\n');
const folders: string[] = [];
const folderOf = async (files: Files) => {
  const folder = await writeContent(files);
  folders.push(folder);
  return folder;
};
afterEach(() => Promise.all(folders.splice(0).map((one) => rm(one, { recursive: true }))));

const unfinished = draft(
  edition('TBC: see [here](/nowhere/), on Wednesday 12 May 2026, and <Contact id="nobody" />.'),
).replace('date: 2026-05-08', 'date: 2026-05-15');

const message = (folder: string) => (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .replaceAll(`${relative(process.cwd(), folder)}/`, '')
    .replaceAll(`${folder}/`, '');

describe('a draft', () => {
  it('keeps nothing from being published, however unfinished it is', async () => {
    const folder = await folderOf({
      'newsletters/2026-05-15.mdx': unfinished,
      'guidance/new.mdx': '---\nstate: draft # not yet\ntitle: Only this\n---\n<Unknown />\n',
    });
    const content = await readContent(folder);
    expect(content.newsletters.map(({ id }) => id)).toEqual(['2026-05-08']);
    expect(content.guidance.map(({ id }) => id)).toEqual(['families']);
    expect([...siteMap(content).keys()].filter((path) => /2026-05-15|new\//.test(path))).toEqual(
      [],
    );
    expect(JSON.stringify(searchRecords(content))).not.toContain('TBC');
    expect([...content.read.keys()].filter((file) => /2026-05-15|new\.mdx/.test(file))).toEqual([]);
    await refuseAllErrors(folder, 0);
  });

  it('may be any document, and all of them are left out', async () => {
    const page =
      '---\nstate: draft\ntitle: A page\nsummary: What it says.\norder: 9\n---\n\nWords.\n';
    const folder = await folderOf({
      'newsletters/2026-05-15.mdx': draft(edition('Kia ora.')).replace('05-08', '05-15'),
      'corrections/2026-05-12-invoices.mdx': draft(
        correction('Sorry.').replace('2026-05-08#invoices', '2026-05-08'),
      ),
      'guidance/new.mdx': draft(guidance('Kia ora.')),
      'guidance/families/2026-04-01.mdx': draft(guidance('Kia ora.')),
      'known-issues/ki-002.mdx': draft(knownIssue),
      'releases/next.mdx': draft(release),
      'help/new.mdx': page,
      'pages/leave.mdx': page.replace('order', 'lead: It says this.\norder'),
    });
    const all = await contentReader(folder, true, () => true)();
    expect(all.drafts.size).toBe(Object.keys(collections).length);
    const files = allDocuments(await readContent(folder)).map(({ file }) => file);
    expect(files.filter((file) => all.drafts.has(file))).toEqual([]);
  });

  it('is shown where drafts are, and its pages are known', async () => {
    const folder = await folderOf({ 'guidance/new.mdx': draft(guidance('Kia ora.')) });
    const content = await contentReader(folder, true, () => true)();
    expect(content.guidance.map(({ id }) => id)).toContain('new');
    expect(isDraftAt(content, '/guidance/new/')).toBe(true);
    expect(isDraftAt(content, '/guidance/families/')).toBe(false);
  });

  it('is checked, and its findings fail nothing but itself', async () => {
    const folder = await folderOf({ 'newsletters/2026-05-15.mdx': unfinished });
    const report = await checkContent({ folder, for: 'send' });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.placeholders).toBeGreaterThan(0);
    expect(report.inDrafts.map(({ rule }) => rule)).toContain('date/weekday-mismatch');
    const file = `${folder}/newsletters/2026-05-15.mdx`;
    const own = await checkContent({ folder, for: 'send', files: [file] });
    expect(own.findings.map(({ rule }) => rule)).toContain('placeholder/text');
  });

  it('is never approved', async () => {
    const folder = await folderOf({ 'newsletters/2026-05-15.mdx': unfinished });
    for (const refused of [
      () => refuseErrors('2026-05-15', { folder }),
      () => expectReady(folder, '2026-05-15'),
    ]) {
      expect(await refused().catch(message(folder))).toMatchInlineSnapshot(`
        "newsletters/2026-05-15.mdx:2
          Expected a document that is ready to go out.
          Found a draft ("state: draft").
          Once it is ready, take the line "state: draft" out of its top. Then run \`npm run -s panui -- check\`, then \`npm run -s panui -- build\`, and read it again.

        1 problem. Nothing was changed."
      `);
    }
    await expectReady(folder, '2026-05-08');
  });
});

describe('what is published', () => {
  it('may not quote a draft, link to one or name one, and is told both places', async () => {
    const folder = await folderOf({
      'guidance/families.mdx': draft(guidance('Kia ora.')),
      'known-issues/ki-001.mdx': knownIssue.replace('related: [ki-001]', 'related: [ki-002]'),
      'known-issues/ki-002.mdx': draft(knownIssue.replace('fixedIn: as-cms-may\n', '')),
      'newsletters/2026-05-08.mdx': edition(
        '<Guidance id="families" />\n\nSee [it](/guidance/families/) and [that](/known-issues/ki-002/#top).',
      ),
    });
    const { problems } = await gatherContent(folder);
    const said = problems.filter(({ found }) => found.includes('draft'));
    expect(said.map(({ file, line, found }) => message(folder)(`${file}:${line} ${found}`)))
      .toMatchInlineSnapshot(`
      [
        "newsletters/2026-05-08.mdx:9 "families", which is a draft: guidance/families.mdx:2",
        "newsletters/2026-05-08.mdx:11 a link to /guidance/families/, which is a draft: guidance/families.mdx:2",
        "newsletters/2026-05-08.mdx:11 a link to /known-issues/ki-002/#top, which is a draft: known-issues/ki-002.mdx:2",
        "known-issues/ki-001.mdx:12 "ki-002", which is a draft: known-issues/ki-002.mdx:2",
      ]
    `);
    expect(problems.filter(({ file }) => file.endsWith('2026-05-08.mdx'))).toHaveLength(3);
  });

  it('may lead a draft anywhere, also to another draft', async () => {
    const folder = await folderOf({
      'guidance/new.mdx': draft(guidance('See [families](/guidance/other/).')),
      'guidance/other.mdx': draft(guidance('See [families](/guidance/families/).')),
    });
    expect((await gatherContent(folder)).problems).toEqual([]);
  });
});
