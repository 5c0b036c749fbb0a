import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inBatches } from '../disk/in-batches.ts';

/** A page of the built site. */
export interface BuiltPage {
  /** From the root of the site: "/guidance/". */
  path: string;
  /** As the page wants to be called where its address is shared; none where nobody is meant to find it (404). */
  title: string | undefined;
}

/** The pages that a build has written, in the order of their addresses; bulletins are no pages. */
export async function builtPages(out: string): Promise<BuiltPage[]> {
  const files = (await Array.fromAsync(glob('**/*.html', { cwd: out })))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('bulletins/'))
    .toSorted();
  return inBatches(files, 50, async (file) => ({
    path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
    title: sharedTitle(await readFile(join(out, file), 'utf8')),
  }));
}

function sharedTitle(html: string): string | undefined {
  const title = /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1];
  return title === undefined ? undefined : decoded(title);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of an attribute as Astro writes it. */
const decoded = (html: string) =>
  html
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (entity, name: string) => named[name] ?? entity);
