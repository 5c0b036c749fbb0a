import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteFonts } from './site-fonts.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'panui-'));
});
afterAll(() => rm(out, { recursive: true }));

describe('the fonts of the service’s pages', () => {
  it('are none while no site is built', async () => {
    expect(await siteFonts(out)).toBe('');
    expect(await siteFonts(join(out, 'nowhere'))).toBe('');
  });

  it('are those of the built site, each once, and nothing else of its style', async () => {
    const face = '@font-face{font-family:A;src:url(/_astro/a.BcX.woff2)format("woff2")}';
    await mkdir(join(out, '_astro'));
    await writeFile(join(out, '_astro/Page.css'), `${face}body{color:red}`);
    await writeFile(join(out, '_astro/other.css'), `h1{margin:0}${face}`);
    await writeFile(join(out, '_astro/a.js'), face.replace('A', 'B'));
    expect(await siteFonts(out)).toBe(face);
  });
});
