import type { Content } from '../content/content.ts';
import type { Problem } from '../problems/problem.ts';
import type { Settings } from '../settings/settings.ts';
import { missingPages } from './missing-pages.ts';
import { movesUnsaid } from './moves-unsaid.ts';

/**
 * What refuses a build although every document can be read: pages that all others lead to, and sessions
 * that were moved and do not say so. A build begins with it, and `check` says it too.
 */
export const problemsBeforeBuild = async (
  settings: Pick<Settings, 'content' | 'out' | 'data' | 'now'>,
  content: Content,
): Promise<Problem[]> => [
  ...missingPages(content, settings.content),
  ...(await movesUnsaid(settings, content)),
];
