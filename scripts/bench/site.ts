import { glob, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeManyDocuments } from './many-documents.ts';
import { type Measured, measureProgram } from './measure-program.ts';
import { otherGenerators } from './other-generators.ts';
import { sampleSite, writeFiles } from './sample-site.ts';
import { timeFirstResult } from './first-result.ts';

const program = fileURLToPath(new URL('../panui.ts', import.meta.url));
const editions = 200;

/**
 * Measures builds: of generated sites, of the same pages in other generators, and for sending beside one
 * to look at. A word chooses one of these: sizes, others or purposes.
 */
export default async function benchSite(words: string[]): Promise<void> {
  const parts: Record<string, (folder: string) => Promise<void>> = { sizes, others, purposes };
  const names = words.length > 0 ? words : Object.keys(parts);
  const folder = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  try {
    for (const name of names) {
      const part = parts[name];
      if (!part) throw new Error(`Expected ${Object.keys(parts).join(', ')}; found "${name}".`);
      await part(folder);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Time, peak memory and the size of the index at 100, 1,000 and 5,000 guidance pages with 200 editions, and
 * the first search result in a real browser at 1,000.
 */
async function sizes(folder: string): Promise<void> {
  console.log('pages  editions  seconds  peak MB  index MB  seconds a 1,000 pages and bulletins');
  const took = new Map<number, number>();
  const rendered = (pages: number) => pages + editions * 5;
  for (const pages of [100, 1000, 5000]) {
    const content = join(folder, `content-${pages}`);
    const out = join(folder, `out-${pages}`);
    await writeFiles(content, sampleSite(pages, editions));
    const { seconds, megabytes } = await build(content, out, 'draft');
    const index = (await sizeOf(join(out, 'pagefind', '{index,fragment,filter}', '**'))) / 1e6;
    const each = (seconds / rendered(pages)) * 1000;
    took.set(pages, seconds);
    console.log(
      [pages, editions, seconds.toFixed(1), megabytes, index.toFixed(1), each.toFixed(2)].join(
        '  ',
      ),
    );
    if (pages === 1000) await reportFirstResult(out);
  }
  const growth = (took.get(5000) ?? 0) / (took.get(1000) ?? 0);
  const more = rendered(5000) / rendered(1000);
  console.log(
    `From 1,000 pages to 5,000: ${growth.toFixed(1)} times the time for ${more.toFixed(1)} times the pages and bulletins`,
  );
}

const build = (content: string, out: string, purpose: 'draft' | 'send'): Promise<Measured> =>
  measureProgram({
    words: [program, 'build', '--for', purpose],
    cwd: process.cwd(),
    environment: {
      PANUI_CONTENT: content,
      PANUI_OUT: out,
      PANUI_DATA: `${out}-data`,
      PANUI_SITE_URL: 'http://localhost:4321',
    },
  });

async function reportFirstResult(out: string): Promise<void> {
  const { pasted, typed, before, after } = await timeFirstResult(out, 'exemption');
  console.log(
    `  first result: ${pasted} ms after pasting, ${typed} ms after the last letter; ${before} KB fetched before typing, ${after} KB after`,
  );
}

/** The same 1,000 pages without editions, with search, here and in other generators. */
async function others(folder: string): Promise<void> {
  const files = sampleSite(1000, 0);
  const content = join(folder, 'content-compare');
  await writeFiles(content, files);
  const ours = await build(content, join(folder, 'out-compare'), 'draft');
  console.log(`1,000 pages with search: ${ours.seconds.toFixed(1)} s here`);
  const pages = new Map([...files].flatMap(asMarkdown));
  for (const [number, { name, prepare }] of otherGenerators.entries()) {
    const place = join(folder, `other-${number}`);
    await mkdir(place);
    const steps = await prepare(place, pages);
    if (typeof steps === 'string') {
      console.log(`  ${name}: not measured, ${steps}`);
      continue;
    }
    let theirs = 0;
    for (const step of steps) theirs += (await measureProgram(step)).seconds;
    const ratio = (ours.seconds / theirs).toFixed(2);
    console.log(`  ${name}: ${theirs.toFixed(1)} s; we take ${ratio} of that`);
  }
}

/** The same documents built to look at and for sending, which has every check and every bulletin in it. */
async function purposes(folder: string): Promise<void> {
  const content = join(folder, 'content-purposes');
  await writeManyDocuments(content, 400);
  const draft = await build(content, join(folder, 'out-draft'), 'draft');
  const send = await build(content, join(folder, 'out-send'), 'send');
  const ratio = (send.seconds / draft.seconds).toFixed(2);
  console.log(
    `400 documents and the sample: ${draft.seconds.toFixed(1)} s for a draft, ${send.seconds.toFixed(1)} s for sending; ratio ${ratio}, at most 1.5 is wanted`,
  );
}

function asMarkdown([path, text]: [string, string]): [string, string][] {
  if (!path.startsWith('guidance/')) return [];
  const [, title = '', body = ''] = /^---\ntitle: (.*)\n[\s\S]*?\n---\n([\s\S]*)$/.exec(text) ?? [];
  const markdown = body
    .replaceAll(/<Principle id="[^"]*" title="([^"]*)">/g, '## $1')
    .replaceAll('</Principle>', '');
  return [
    [path.replace(/^guidance\/(.*)\.mdx$/, '$1.md'), `---\ntitle: ${title}\n---\n${markdown}`],
  ];
}

async function sizeOf(pattern: string): Promise<number> {
  let bytes = 0;
  for await (const file of glob(pattern)) {
    const found = await stat(file);
    if (found.isFile()) bytes += found.size;
  }
  return bytes;
}
