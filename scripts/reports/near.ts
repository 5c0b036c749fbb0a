import { relative } from 'node:path';

/** A path as somebody types it here: below this folder without it, elsewhere whole. */
export function near(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
