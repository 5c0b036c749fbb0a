import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import '../src/content/reading/settings-site.ts';
import { gatherContent } from '../src/content/reading/read-content.ts';
import { checkBlockTypes } from '../src/editor-support/check-block-types.ts';
import { BadInput, describeProblems, type Problem } from '../src/problems/problem.ts';
import { readSettings } from '../src/settings/settings.ts';

/*
 * What `npm run check` says of MDX: everything that keeps documents from being published, as a build
 * would say it, and what only the language service of MDX objects to, as an editor would.
 */
try {
  process.exitCode = await checkMdx(readSettings().content);
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function checkMdx(folder: string): Promise<number> {
  const { problems } = await gatherContent(folder);
  const documents = await mdxIn(folder);
  const pages = await mdxIn('src/pages');
  const told = new Set(problems.map(placeOf));
  const faults = checkBlockTypes([...documents, ...pages])
    // What is MDX in a document is for the reader to say.
    .filter(({ file, isSyntax }) => !isSyntax || pages.includes(file))
    .map(({ file, line, message }) => ({
      file,
      line,
      expected: 'blocks and props as their types have them',
      found: `what an editor marks: ${message.replace(/\.$/, '')}`,
      remedy: 'The guide explains each block and its props under "Blocks".',
    }))
    .filter((fault) => !told.has(placeOf(fault)));
  const all = [...problems, ...faults];
  if (all.length > 0) process.stderr.write(`${describeProblems(all)}\n`);
  else
    process.stdout.write(
      `${documents.length + pages.length} MDX files: nothing is wrong with them.\n`,
    );
  return all.length > 0 ? 1 : 0;
}

async function mdxIn(folder: string): Promise<string[]> {
  const found = await Array.fromAsync(glob('**/*.mdx', { cwd: folder }));
  return found.map((file) => resolve(folder, file)).toSorted();
}

/* One fault is told once, in the words of the reader where it has any. */
function placeOf({ file, line = 0 }: Problem): string {
  return `${resolve(file)}:${line}`;
}
