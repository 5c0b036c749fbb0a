import { mdxToMdast } from 'satteri';
import type { Root } from 'mdast';
import type { Problem } from '../problem.ts';
import { parseFlow } from './parse-flow.ts';
import type { Flow } from './tree.ts';

/** Collects what is wrong in one file while it is parsed. */
export type Report = (line: number, problem: Omit<Problem, 'file' | 'line'>) => void;

/**
 * Parses the MDX of a document into blocks and prose.
 * @param source the whole file, front matter included, so that lines are counted from its top
 * @param collection where the document stands, which decides the blocks it may hold
 * @returns what could be read; everything else has been reported
 */
export function parseBody(source: string, collection: string, report: Report): Flow[] {
  const root = parseMdx(source, report);
  return root ? parseFlow(root.children, { container: collection, firstHeading: 2 }, report) : [];
}

function parseMdx(source: string, report: Report): Root | undefined {
  try {
    const node = mdxToMdast(source);
    return node.type === 'root' ? node : undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', words = message] =
      /^(\d+):\d+: (.*?)(?: \([\w:-]+\))?$/s.exec(message) ?? [];
    report(Number(line), {
      expected: 'text and blocks in which every tag that opens also closes',
      found: words
        .replace(/ \(\d+:\d+\)/g, '')
        .replace(/^Expected/, 'no sign of what was expected:'),
      remedy:
        'Close the tag or end it with "/>". Write &lt; for a plain "<" and &#123; for a plain "{".',
    });
    return undefined;
  }
}
