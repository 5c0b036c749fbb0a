import { problemsBeforeBuild } from '../../building/problems-before-build.ts';
import type { CheckReport } from '../../checks/finding.ts';
import { checkContent } from '../../checks/running/check-content.ts';
import { keepChecks } from '../../checks/running/report-on-changed.ts';
import { withoutDrafts } from '../../content/drafts.ts';
import type { Settings } from '../../settings/settings.ts';
import { checkText, type Purpose } from './check-text.ts';
import type { Shelf } from './look-at-content.ts';
import type { Source } from './read-source.ts';

/** What the desk asks the checks. */
export interface DeskChecks {
  /** What `panui check` says of all that is saved. They run once for each change of the content, however often somebody asks. */
  checks: (shelf: Pick<Shelf, 'stamp'>) => Promise<CheckReport>;
  /** What it would say of one document, were it saved with a text. */
  checkText: (
    source: Pick<Source, 'file'>,
    text: string,
    purpose?: Purpose,
  ) => Promise<CheckReport>;
}

/** The checks of a desk, which keep what they read and found: only what was changed is looked at again. */
export function deskChecks(settings: () => Settings): DeskChecks {
  const kept = keepChecks(settings().content);
  let last: { stamp: string; report: Promise<CheckReport> } | undefined;
  return {
    checkText: (source, text, purpose) => checkText(settings(), kept, source, text, purpose),
    checks: ({ stamp }) => {
      if (last?.stamp === stamp) return last.report;
      const now = settings();
      const report = checkContent({
        folder: now.content,
        out: now.out,
        for: 'send',
        kept,
        also: (content) => problemsBeforeBuild(now, content, withoutDrafts(content)),
      });
      last = { stamp, report };
      // Whoever asks next has them run again.
      report.catch(() => (last = undefined));
      return report;
    },
  };
}
