import { expect, it } from 'vitest';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { markDrafts } from './mark-drafts.ts';
import { contentReader } from '../reading/read-content.ts';

const draft = edition('Words.')
  .replace('---\n', '---\nstate: draft\n')
  .replace('date: 2026-05-08', 'date: 2026-05-15');
const shown = async (files: Record<string, string>) =>
  contentReader(await writeContent(files), true, () => true)();
const mark = '<span class="draft-label">Draft</span>';

const list =
  '<li><a class="x" href="/newsletters/2026-05-15/">15 <b>May</b></a></li>' +
  '<li><a href="/newsletters/2026-05-15/schools/#one">One</a></li>' +
  '<li><a href="/newsletters/2026-05-08/">8 May</a></li>' +
  '<li><a href="/newsletters/2026-05-15/bulletin.ics">Calendar</a></li>' +
  '<li><a href="https://a.example/newsletters/2026-05-15/">Elsewhere</a></li>';

it('marks each link to a draft in whatever list it stands, and no other link', async () => {
  const content = await shown({ 'newsletters/2026-05-15.mdx': draft });
  const marked = markDrafts(list, '/newsletters/', content);
  expect(marked.split(mark)).toHaveLength(3);
  expect(marked.replaceAll(` ${mark}`, '')).toBe(list);
  expect(marked).toContain(`15 <b>May</b> ${mark}</a>`);
  expect(marked).toContain(`#one">One ${mark}</a>`);
});

it('leaves the links of a draft about within itself, and marks those to another', async () => {
  const other = draft.replace('date: 2026-05-15', 'date: 2026-05-22');
  const content = await shown({
    'newsletters/2026-05-15.mdx': draft,
    'newsletters/2026-05-22.mdx': other,
  });
  expect(markDrafts(list, '/newsletters/2026-05-15/schools/', content)).toBe(list);
  expect(markDrafts(list, '/newsletters/2026-05-22/', content).split(mark)).toHaveLength(3);
});

it('leaves pages of a build without drafts as they are', async () => {
  const content = await shown({});
  expect(markDrafts(list, '/newsletters/', content)).toBe(list);
});
