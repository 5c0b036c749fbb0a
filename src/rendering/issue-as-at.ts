import type { KnownIssue } from '../schemas/known-issue.ts';
import type { Context } from './context.ts';

/**
 * The status of a known issue and the day it got it: in a bulletin, which cannot change any more, as
 * they were on its day, by the history of the issue; everywhere else as they are.
 */
export function issueAsAt(
  issue: Pick<KnownIssue, 'status' | 'lastUpdated' | 'history'>,
  { edition, asAt }: Pick<Context, 'edition' | 'asAt'>,
): Pick<KnownIssue, 'status' | 'lastUpdated'> {
  const { status, lastUpdated, history } = issue;
  const now = { status, lastUpdated };
  if (edition !== 'bulletin' || lastUpdated <= asAt) return now;
  const then = history.find(({ date }) => date <= asAt);
  return then ? { status: then.status, lastUpdated: then.date } : now;
}
