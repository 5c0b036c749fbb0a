import type { Content } from '../content/content.ts';
import type { Problem } from '../problems/problem.ts';
import type { Settings } from '../settings/settings.ts';
import { missingPages } from './missing-pages.ts';
import { movesUnsaid } from './moves-unsaid.ts';

/**
 * What refuses a build although every document can be read: pages that all others lead to, and sessions
 * that were moved and do not say so. A build begins with it, and `check` says it too.
 * @param shown the pages of the site that the build shows; left out, all of the content
 */
export const problemsBeforeBuild = async (
  settings: Pick<Settings, 'content' | 'out' | 'data' | 'now'>,
  content: Content,
  shown: Pick<Content, 'pages'> = content,
): Promise<Problem[]> => [
  ...(await missingPages(shown, settings.content)),
  ...(await movesUnsaid(settings, content)),
];
