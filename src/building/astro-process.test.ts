import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BadInput } from '../problems/problem.ts';
import { readSettings } from '../settings/settings.ts';
import { writeContent } from '../testing/content/write-content.ts';
import { runAstro } from './astro-process.ts';

it('says every problem, also where there are more than fit between processes at once', async () => {
  const folders = Array.from({ length: 600 }, (_, number) => `guidance/page-${number}.mdx`);
  const content = await writeContent(
    Object.fromEntries(folders.map((file) => [file, '---\ntitle: A page\n---\n\nWords.\n'])),
  );
  const out = await mkdtemp(join(tmpdir(), 'panui-out-'));
  try {
    const settings = readSettings({ PANUI_CONTENT: content, PANUI_OUT: out });
    const refusal: unknown = await runAstro(settings, 'draft', out).catch(
      (error: unknown) => error,
    );
    if (!(refusal instanceof BadInput)) throw refusal;
    expect(new Set(refusal.problems.map(({ file }) => file)).size).toBe(folders.length);
  } finally {
    await rm(content, { recursive: true });
    await rm(out, { recursive: true });
  }
});
