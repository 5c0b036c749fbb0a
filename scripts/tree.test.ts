import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceFiles } from '../src/testing/sources/read-imports.ts';

/* Folders and files stay as small as CONTRIBUTING promises, and what is named is there. */

const sources = await readSourceFiles();
const code = [...sources].filter(([file]) => !file.endsWith('.test.ts'));
const names = new Set(
  execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => existsSync(file))
    .map((file) => basename(file)),
);

/** Files that are data, however many lines it has. */
const data = [
  'src/blocks/contract.ts',
  'src/blocks/examples.ts',
  'src/testing/content/bad-text.ts',
];

describe('the tree', () => {
  it('has no folder of more than 25 files, tests apart', () => {
    const folders = Map.groupBy(code, ([file]) => dirname(file));
    const crowded = [...folders].filter(([, files]) => files.length > 25);
    expect(crowded.map(([folder, files]) => `${folder}: ${files.length} files`)).toEqual([]);
  });

  it('has no source of more than 250 lines that is not data', () => {
    const long = code
      .map(([file, source]) => ({ file, lines: source.split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > 250 && !data.includes(file));
    expect(long).toEqual([]);
  });

  it('names no folder a drawer', () => {
    const drawers = /\/(utils?|helpers?|common|lib|misc)\//;
    expect([...sources.keys()].filter((file) => drawers.test(file))).toEqual([]);
  });
});

describe('what is said about the tree', () => {
  it.each(['README.md', 'CONTRIBUTING.md'])('%s names what exists', async (file) => {
    const text = (await readFile(file, 'utf8')).replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
    const named = [...text.matchAll(/`([^`\s]+)`/g)]
      .map(([, words = '']) => words)
      .filter((words) => isPath.test(words) && !isToBeMade.test(words));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(path) && !names.has(path))).toEqual([]);
  });

  it('names in comments what exists', () => {
    const gone = [...sources].flatMap(([file, source]) =>
      [...source.matchAll(comments)]
        .flatMap(([comment]) => comment.match(/[\w[\]/-][\w[\]./-]*\.(?:ts|astro)\b/g) ?? [])
        .filter((name) => !existsSync(name) && !names.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(gone).toEqual([]);
  });
});

const isPath =
  /^(?:\.github|content|emails|public|scripts|src)\/|^[\w-]+(?:\.\w+)*\.(?:astro|css|md|mjs|ts)$/;

/** What an author or a developer is told to make. */
const isToBeMade =
  /your-?\w|x\.(?:browser\.)?test\.ts$|2026-06-12\.mdx$|2026-05-12-invoice-date\.mdx$/i;

const comments = /(?<=^|[\s{])\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
