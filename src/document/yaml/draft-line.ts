import { frontMatterOf } from './front-matter.ts';
import { lineFinder } from '../line-finder.ts';

/**
 * The line on which a document says that it is a draft, if it does. Read without the schema: a document
 * whose other keys are still wrong is a draft all the same.
 */
export function draftLine(source: string): number | undefined {
  const frontMatter = frontMatterOf(source);
  const said = /^state:[ \t]*(["']?)draft\1[ \t]*(?:#.*)?$/m.exec(frontMatter?.yaml ?? '');
  return frontMatter && said
    ? lineFinder(source)({ from: frontMatter.at.from + said.index })
    : undefined;
}
