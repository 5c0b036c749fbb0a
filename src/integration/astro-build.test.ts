import { spawn } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/* A plain `astro build`, without the command of ours. */

const astro = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-astro-build-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function build(content: string) {
  const { VITEST: _, ...environment } = process.env;
  const child = spawn(process.execPath, [astro, 'build'], {
    env: {
      ...environment,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      PANUI_CONTENT: content,
      PANUI_OUT: join(folder, 'dist'),
      PANUI_DATA: join(folder, 'data'),
    },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, printed };
}

it('leaves the whole site: pages, bulletins, index, pictures, what hosts read, and nothing older', async () => {
  // As an earlier build left it.
  await mkdir(join(folder, 'dist/pagefind'), { recursive: true });
  await writeFile(join(folder, 'dist/older.html'), 'From before.');
  const { code, printed } = await build('content');
  expect({ code, printed }).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/\d+ pages; the search looks/),
  });
  const built = await Array.fromAsync(glob('**/*', { cwd: join(folder, 'dist') }));
  for (const file of [
    'guidance/home-education/index.html',
    'privacy/index.html',
    'bulletins/2026-05-08/providers.json',
    'pagefind/pagefind.js',
    'share/home.png',
    'sitemap.xml',
    '_headers',
    'sources.json',
    'built.json',
  ]) {
    expect(built).toContain(file);
  }
  expect(built).not.toContain('older.html');
}, 120_000);

it('tells all that is wrong in all files at once, with file and line, and no stack', async () => {
  const content = join(folder, 'content');
  await cp('content', content, { recursive: true });
  const spoil = async (file: string, words: string, others: string) => {
    const text = await readFile(join(content, file), 'utf8');
    await writeFile(join(content, file), text.replace(words, others));
  };
  await spoil('guidance/home-education.mdx', 'title: ', 'titel: ');
  await spoil('known-issues/ki-001.mdx', '<Guidance id', '<Guidence id');
  await spoil('pages/privacy.mdx', '## When you read this site', '<script>alert(1)</script>');
  await spoil('contacts.yaml', 'summary: ', 'sumary: ');
  await spoil('site.yaml', 'strapline: ', 'straplin: ');
  const { code, printed } = await build(content);
  expect(code).toBe(1);
  for (const words of [
    'guidance/home-education.mdx:2',
    'known-issues/ki-001.mdx:',
    'pages/privacy.mdx:',
    'contacts.yaml:',
    'site.yaml:',
    'Write <Guidance> if that is what you meant.',
    'Nothing was changed.',
  ]) {
    expect(printed).toContain(words);
  }
  expect(printed).not.toMatch(/ {4}at |Stack trace|Browser APIs/);
}, 120_000);
