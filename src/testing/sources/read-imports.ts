import { glob, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** One file that names another, or a package. */
export interface Import {
  file: string;
  /** A path from the top of the repository, or the name of a package. */
  target: string;
  /** Whether it is there for types alone, which vanish when the code runs. */
  isType: boolean;
}

/** Every file of ours that is code, tests among them, by its path from the top of the repository. */
export async function readSourceFiles(): Promise<Map<string, string>> {
  const files = await Array.fromAsync(glob('{emails,scripts,src}/**/*.{ts,astro,css}'));
  const paths = [...files.map((file) => file.split(sep).join('/')), 'astro.config.mjs'].toSorted();
  return new Map(
    await Promise.all(paths.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}

/* `from '…'`, `import '…'`, `import('…')`, and the file of a thread. */
const naming =
  /(import type\b[^;'"]*?)?(?:\b(?:from|import)\s*\(?\s*'([^']+)'|new Worker\(new URL\('([\w./-]+)')/g;

/** What a file imports, types and, in a component, front matter and scripts included. */
export function importsOf(file: string, source: string): Import[] {
  return [...source.matchAll(naming)].map(([, type, name = '', beside]) => {
    const isLocal = beside !== undefined || name.startsWith('.');
    const path = relative('.', join(dirname(file), beside ?? name));
    return {
      file,
      target: isLocal ? path.split(sep).join('/') : name,
      isType: type !== undefined,
    };
  });
}

/** Whether a file is made for tests and benches alone. */
export const isForTests = (file: string): boolean =>
  file.endsWith('.test.ts') || file.startsWith('src/testing/');
