import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../problems/problem.ts';
import { readText } from './read-text.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-text-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What is said of a file that is not read. */
async function saidOf(name: string): Promise<string> {
  const problems: Problem[] = [];
  expect(await readText(join(folder, name), problems)).toBeUndefined();
  return problems
    .map(({ expected, found, remedy }) => `Expected ${expected}; found ${found}. ${remedy}`)
    .join();
}

describe('reading a text', () => {
  it('gives it with Unix line ends, each letter with its macron in one sign', async () => {
    await writeFile(join(folder, 'a.mdx'), 'Nga\u0304 mihi\r\nKia ora\r');
    expect(await readText(join(folder, 'a.mdx'), [])).toBe('Ngā mihi\nKia ora\n');
  });

  it('says of a folder, a broken link and a file that is too large what they are', async () => {
    await mkdir(join(folder, 'folder.mdx'));
    await symlink(join(folder, 'nowhere'), join(folder, 'link.mdx'));
    for (const name of ['large.mdx', 'large.yaml']) {
      await writeFile(join(folder, name), '');
      // Sparse: a gigabyte that takes no room, and must not be read.
      await truncate(join(folder, name), 1_000_000_000);
    }
    expect(await saidOf('folder.mdx')).toMatchInlineSnapshot(
      `"Expected a text file; found a folder of that name. Move it away, or give it another name."`,
    );
    expect(await saidOf('link.mdx')).toMatchInlineSnapshot(
      `"Expected a file that can be read; found a link that leads nowhere. Put the file itself in its place, or remove it."`,
    );
    expect(await saidOf('large.mdx')).toMatchInlineSnapshot(
      `"Expected a document of at most 200 KB; found one of 1,000,000 KB. Make several documents of it: nobody reads a page of this length."`,
    );
    expect(await saidOf('large.yaml')).toMatchInlineSnapshot(
      `"Expected a list of at most 1,000 KB; found one of 1,000,000 KB. Remove what nobody needs any more."`,
    );
  });
});

it('does not follow a link out of the folder, and follows one within it', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'panui-outside-'));
  await writeFile(join(outside, 'secret'), 'Not for anybody.');
  await writeFile(join(folder, 'own.mdx'), 'Kia ora');
  await symlink(join(outside, 'secret'), join(folder, 'a.mdx'));
  await symlink(join(folder, 'own.mdx'), join(folder, 'b.mdx'));
  expect(await saidOf('a.mdx')).toMatchInlineSnapshot(
    `"Expected a file in the folder itself; found a link to a file outside it. Put the file itself in its place, or remove it."`,
  );
  expect(await readText(join(folder, 'b.mdx'), [])).toBe('Kia ora');
  await rm(outside, { recursive: true });
});
