import { documentById } from '../content/content.ts';
import type { Release } from '../schemas/release.ts';
import type { Context } from './context.ts';

/**
 * What a release changed, as far as the reader gets it: a change names only those known issues that are for
 * them. Where everybody reads, all of them.
 */
export const changesFor = (
  { changes }: Pick<Release, 'changes'>,
  { audience, content }: Pick<Context, 'audience' | 'content'>,
): Release['changes'] =>
  changes.map((change) => ({
    ...change,
    knownIssues: change.knownIssues.filter(
      (id) =>
        audience === undefined ||
        documentById(content.knownIssues, id).data.audiences.includes(audience),
    ),
  }));
