import { problemsBeforeBuild } from '../../building/problems-before-build.ts';
import type { CheckReport } from '../../checks/finding.ts';
import { checkContent } from '../../checks/running/check-content.ts';
import { withoutDrafts } from '../../content/drafts.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Shelf } from './look-at-content.ts';

/**
 * What the checks say of all documents, as `panui check` does. They run once for each change of the content, however
 * often somebody asks.
 */
export function checkedContent(
  settings: () => Settings,
): (shelf: Pick<Shelf, 'stamp'>) => Promise<CheckReport> {
  let last: { stamp: string; report: Promise<CheckReport> } | undefined;
  return ({ stamp }) => {
    if (last?.stamp === stamp) return last.report;
    const now = settings();
    const report = checkContent({
      folder: now.content,
      out: now.out,
      for: 'send',
      also: (content) => problemsBeforeBuild(now, content, withoutDrafts(content)),
    });
    last = { stamp, report };
    // Whoever asks next has them run again.
    report.catch(() => (last = undefined));
    return report;
  };
}
