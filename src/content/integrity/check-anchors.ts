import type { Problem } from '../../problems/problem.ts';
import { anchorsOf } from '../views/anchors.ts';
import { allDocuments, type Content } from '../content.ts';

/** Reports anchors that a document has twice: a link could lead to only one of them. */
export function checkAnchors(content: Content, problems: Problem[]): void {
  for (const { file, body, lineAt } of allDocuments(content)) {
    const seen = new Map<string, number>();
    for (const { id, at } of anchorsOf(body)) {
      const line = lineAt(at);
      if (seen.has(id)) {
        problems.push({
          file,
          line,
          expected: 'an anchor that nothing else in the document has',
          found: `"${id}" again, first on line ${seen.get(id)}`,
          remedy: 'Give one of them another id, or the heading other words.',
        });
      } else seen.set(id, line);
    }
  }
}
