import { spawn } from 'node:child_process';
import { glob, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sampleSite, writeFiles } from './sample-site.ts';
import { timeFirstResult } from './first-result.ts';

const program = fileURLToPath(new URL('../panui.ts', import.meta.url));
const editions = 200;

/**
 * Measures builds of generated sites: time, peak memory and the size of the index at 100, 1,000 and
 * 5,000 guidance pages with 200 editions, and the first search result in a real browser at 1,000.
 * With a folder of a Starlight project as its word, also how long that takes for the same Markdown.
 */
export default async function benchSite([starlight]: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  try {
    console.log('pages  editions  seconds  peak MB  index MB  seconds a 1,000 pages and bulletins');
    for (const pages of [100, 1000, 5000]) {
      const content = join(folder, `content-${pages}`);
      const out = join(folder, `out-${pages}`);
      await writeFiles(content, sampleSite(pages, editions));
      const { seconds, megabytes } = await measure(
        folder,
        [program, 'build', '--for', 'draft'],
        process.cwd(),
        {
          PANUI_CONTENT: content,
          PANUI_OUT: out,
          PANUI_SITE_URL: 'http://localhost:4321',
        },
      );
      const index = (await sizeOf(join(out, 'pagefind', '{index,fragment,filter}', '**'))) / 1e6;
      const each = (seconds / (pages + editions * 5)) * 1000;
      console.log(
        [pages, editions, seconds.toFixed(1), megabytes, index.toFixed(1), each.toFixed(2)].join(
          '  ',
        ),
      );
      if (pages === 1000) await reportFirstResult(out);
    }
    if (starlight) await compare(folder, starlight);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function reportFirstResult(out: string): Promise<void> {
  const { pasted, typed, before, after } = await timeFirstResult(out, 'exemption');
  console.log(
    `  first result: ${pasted} ms after pasting, ${typed} ms after the last letter; ${before} KB fetched before typing, ${after} KB after`,
  );
}

/** The same 1,000 pages without editions, here and in Starlight. */
async function compare(folder: string, starlight: string): Promise<void> {
  const files = sampleSite(1000, 0);
  const content = join(folder, 'content-compare');
  await writeFiles(content, files);
  const ours = await measure(folder, [program, 'build', '--for', 'draft'], process.cwd(), {
    PANUI_CONTENT: content,
    PANUI_OUT: join(folder, 'out-compare'),
  });
  const docs = join(starlight, 'src/content/docs');
  await rm(docs, { recursive: true, force: true });
  await writeFiles(docs, new Map([...files].flatMap(asMarkdown)));
  const theirs = await measure(
    folder,
    // Into a fresh folder, like ours: to empty the last one takes time too.
    [
      join(starlight, 'node_modules/astro/bin/astro.mjs'),
      'build',
      '--outDir',
      join(folder, 'out-starlight'),
    ],
    starlight,
    {},
  );
  console.log(
    `1,000 pages with search: ${ours.seconds.toFixed(1)} s here, ${theirs.seconds.toFixed(1)} s in Starlight; ratio ${(ours.seconds / theirs.seconds).toFixed(2)}`,
  );
}

function asMarkdown([path, text]: [string, string]): [string, string][] {
  if (!path.startsWith('guidance/')) return [];
  const [, title = '', body = ''] = /^---\ntitle: (.*)\n[\s\S]*?\n---\n([\s\S]*)$/.exec(text) ?? [];
  const markdown = body
    .replaceAll(/<Principle id="[^"]*" title="([^"]*)">/g, '## $1')
    .replaceAll('</Principle>', '');
  return [[path.replace(/\.mdx$/, '.md'), `---\ntitle: ${title}\n---\n${markdown}`]];
}

/** Runs a program; the peak memory is that of the largest process among it and its children. */
async function measure(
  folder: string,
  line: string[],
  cwd: string,
  environment: Record<string, string>,
): Promise<{ seconds: number; megabytes: number }> {
  const peaks = join(folder, 'peaks');
  const hook = join(folder, 'peak.mjs');
  await writeFile(peaks, '');
  await writeFile(
    hook,
    `import { appendFileSync } from 'node:fs';
process.on('exit', () => appendFileSync(${JSON.stringify(peaks)}, process.resourceUsage().maxRSS + '\\n'));`,
  );
  const env = {
    ...process.env,
    ...environment,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: `--import=${pathToFileURL(hook)}`,
  };
  const begun = performance.now();
  const child = spawn(process.execPath, line, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${line.join(' ')} ended with ${code}.`);
  const seconds = (performance.now() - begun) / 1000;
  const kilobytes = (await readFile(peaks, 'utf8')).split('\n').map(Number);
  return { seconds, megabytes: Math.round(Math.max(...kilobytes) / 1024) };
}

async function sizeOf(pattern: string): Promise<number> {
  let bytes = 0;
  for await (const file of glob(pattern)) {
    const found = await stat(file);
    if (found.isFile()) bytes += found.size;
  }
  return bytes;
}
