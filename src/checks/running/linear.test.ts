import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { parseBody } from '../../document/parse-body.ts';
import { parseYaml } from '../../document/yaml/parse-yaml.ts';
import { newsletterSchema } from '../../schemas/newsletter.ts';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { longFrontMatters, longTexts } from '../../testing/editions/long-texts.ts';
import type { Library } from '../reading/page.ts';
import { openLibrary, pageOf } from '../reading/read-library.ts';
import { checkContent } from './check-content.ts';
import { fixContent } from './fix-content.ts';
import { reportOnPage } from './report-on-page.ts';

/* Letters. Each is twice the one before; at the last, what grows with the square takes seconds. */
const sizes = [3000, 6000, 12_000, 24_000];
/* Milliseconds of processor time. Less is noise of the machine, and more is no time for a document. */
const noise = 250;
const patience = 3000;
/* How many times longer twice the text takes: 2 where it is linear, 4 where it is quadratic. */
const steepest = 3;

let folder: string;
let library: Library;
const measured: string[] = [];

beforeAll(async () => {
  folder = await writeContent();
  library = await openLibrary(folder);
  for (const text of ['Words.', 'Wrods.']) await read(edition(text));
});
afterAll(async () => {
  console.log(
    `time of 2n over time of n (median), and of ${sizes.at(-1)} letters\n${measured.join('\n')}`,
  );
  await rm(folder, { recursive: true });
});

/** Reads an edition as the build does, and holds it against every rule. */
async function read(source: string): Promise<void> {
  const file = join(folder, 'newsletters/2026-05-08.mdx');
  parseBody(source, 'newsletters', () => undefined);
  parseYaml(frontMatterOf(source)?.yaml ?? '', newsletterSchema, file, 2);
  const page = await pageOf(library, { file, kind: 'newsletters', id: '2026-05-08' }, source);
  if (page) reportOnPage(page, library, true);
}

/** Milliseconds of processor time that something takes. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

interface Measured {
  slope: number;
  /** Milliseconds for the longest text. */
  last: number;
}

async function measure(work: (size: number) => Promise<void>): Promise<Measured> {
  const times: number[] = [];
  for (const size of sizes) times.push(await timeOf(() => work(size)));
  const slopes = times.slice(1).map((time, index) => time / (times[index] ?? 1));
  const slope = slopes.toSorted((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? 0;
  return { slope, last: times.at(-1) ?? 0 };
}

const isSteep = ({ slope, last }: Measured) =>
  last > patience || (last > noise && slope > steepest);

async function expectLinear(name: string, make: (size: number) => string): Promise<void> {
  const work = (size: number) => read(make(size));
  let found = await measure(work);
  // A busy machine makes one of them slow, and not the same one again and again.
  for (let again = 0; again < 2 && isSteep(found); again++) found = await measure(work);
  measured.push(`${found.slope.toFixed(1)}  ${found.last.toFixed(0).padStart(5)} ms  ${name}`);
  expect(isSteep(found), `${name}: ${JSON.stringify(found)}`).toBe(false);
}

/** An edition with some lines in its front matter. */
const withKeys = (yaml: string) => edition('Words.').replace('summary:', () => `${yaml}\nsummary:`);

describe('the time of reading and checking a text', { timeout: 60_000 }, () => {
  it.each(Object.entries(longTexts))('grows with its size: %s', (name, make) =>
    expectLinear(name, (size) => edition(make(size))),
  );

  it.each(Object.entries(longFrontMatters))('grows with its front matter: %s', (name, make) =>
    expectLinear(`front matter: ${name}`, (size) => withKeys(make(size))),
  );

  it.each([
    ['headings and links to them', longTexts['headings and links to them']],
    ['links', longTexts['links']],
    ['words to mend on lines', longTexts['words to mend on lines']],
    ['items', longTexts['items']],
    ['as many tags as may be', upTo('<b>a\n\n', 1500)],
    ['as many tags within each other', upTo('<Item>\n\n', 1500)],
    ['as many comments', upTo('<!-- ', 1500)],
    ['as many braces', upTo('a { b ', 100)],
    [
      'as many quotations within each other',
      (size: number) => `${'>'.repeat(59)} a\n`.repeat(size / 62),
    ],
  ])('stays short with all other documents and with --fix: %s', async (_, make) => {
    const path = 'newsletters/2026-05-08.mdx';
    const own = await writeContent({ [path]: edition(make?.(40_000) ?? '') });
    const options = { folder: own, for: 'send', files: [join(own, path)] } as const;
    expect(make?.(40_000).length).toBeGreaterThan(30_000);
    expect(await timeOf(() => checkContent(options))).toBeLessThan(patience);
    expect(await timeOf(() => fixContent(options))).toBeLessThan(patience);
    await rm(own, { recursive: true });
  });

  it('would be seen to grow with the square', async () => {
    let steps = 0;
    const square = async (size: number) => {
      for (let one = 0; one < size; one++)
        for (let other = 0; other < size; other++) steps ^= other;
    };
    expect(isSteep(await measure(square))).toBe(true);
    expect(steps).toBe(0);
  });
});

/** A part as often as it may stand in a text, and words. */
function upTo(part: string, times: number) {
  return (size: number) => part.repeat(times) + 'words '.repeat((size - part.length * times) / 6);
}
