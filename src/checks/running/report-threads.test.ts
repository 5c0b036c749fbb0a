import { availableParallelism } from 'node:os';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { addDays } from '../../dates/plain-date.ts';
import { checkLibrary } from './check-content.ts';
import type { Library } from '../reading/page.ts';
import { openLibrary } from '../reading/read-library.ts';
import { firstPage, reportOnPages, takeNoMore } from './report-on-pages.ts';
import { startThreads, threadsFor } from './report-threads.ts';
import { rules } from '../rules/all-rules.ts';

/* An edition a day, with every failing example of the rules that is the text of one. */
const texts = rules.flatMap(({ failing: { example } }) =>
  typeof example === 'string' ? [example] : [],
);
const files = Object.fromEntries(
  texts.map((text, number) => {
    const date = addDays('2026-05-08', number);
    const acks = 'acks:\n  - rule: date/relative\n    reason: It is a saying.\n    by: Editor\n';
    const source = edition(text).replace('date: 2026-05-08\n', `date: ${date}\n${acks}`);
    return [`newsletters/${date}.mdx`, source];
  }),
);

let folder: string;
let library: Library;
beforeAll(async () => {
  folder = await writeContent(files);
  library = await openLibrary(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const everyFile = () => new Set(library.files.map(({ file }) => file));

it('finds the same in the same order, with threads or without', async () => {
  const alone = await checkLibrary(library, { for: 'send' }, 0);
  expect(alone.findings.length).toBeGreaterThan(300);
  expect(new Set(alone.findings.map(({ rule }) => rule))).toContain('mail/subject');
  expect(alone.acknowledged).not.toEqual([]);
  expect(await checkLibrary(library, { for: 'send' }, 1)).toEqual(alone);
  expect(await checkLibrary(library, { for: 'send' }, 3)).toEqual(alone);
});

it('reports on no other file than those that are named, with threads as without', async () => {
  const named = library.files.slice(3, 5).map(({ file }) => file);
  const alone = await checkLibrary(library, { for: 'draft', files: named }, 0);
  expect(new Set(alone.findings.map(({ file }) => file))).toEqual(new Set(named));
  expect(await checkLibrary(library, { for: 'draft', files: named }, 2)).toEqual(alone);
});

it('says what a thread failed of, instead of a report without its pages', async () => {
  const contacts = new Map([['nobody', JSON.parse('null')]]);
  const broken = { ...library, content: { ...library.content, contacts } };
  const [thread] = startThreads(1, broken, everyFile(), firstPage(), () => {});
  await expect(thread?.done).rejects.toThrow(TypeError);
  expect(await thread?.ended).toBe(0);
});

it('fails where what a thread said cannot be taken', async () => {
  const nextPage = firstPage();
  const refuse = () => {
    throw new Error('cannot be taken');
  };
  const [thread] = startThreads(1, library, everyFile(), nextPage, refuse);
  await expect(thread?.done).rejects.toThrow('cannot be taken');
  takeNoMore(library, nextPage);
  expect(await thread?.ended).toBe(0);
});

it('lets a thread end by itself, after the page it has, and never stops it within one', async () => {
  const nextPage = firstPage();
  const pages: number[] = [];
  const threads = startThreads(2, library, everyFile(), nextPage, (page, report) => {
    expect(report).toBeDefined();
    pages.push(page);
    takeNoMore(library, nextPage);
  });
  await Promise.all(threads.map(({ done }) => done));
  // Node gives 1 for a thread that was terminated.
  expect(await Promise.all(threads.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(pages.toSorted((a, b) => a - b)).toEqual(pages.map((_, index) => index));
});

it('takes no page any more once it is told so', async () => {
  const nextPage = firstPage();
  takeNoMore(library, nextPage);
  const pages: number[] = [];
  await reportOnPages(library, everyFile(), nextPage, (page) => pages.push(page));
  expect(pages).toEqual([]);
});

it('needs no help with a few pages, nor where there is one core', () => {
  expect(threadsFor(99)).toBe(0);
  expect(threadsFor(10_000)).toBe(Math.min(3, availableParallelism() - 1));
});
