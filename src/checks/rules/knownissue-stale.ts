import { isOpen } from '../../schemas/known-issue.ts';
import { formatDate } from '../../dates/format.ts';
import { addDays } from '../../dates/plain-date.ts';
import { newestEdition } from '../newest-edition.ts';
import type { PageRule } from '../rule.ts';

const issue = (status: string, updated: string) =>
  `---\ntitle: A case is missing\nstatus: ${status}\nsystem: AS-CMS\narea: Cases\naudiences: [schools]\nwhatYouSee: The list is empty.\nfirstReported: 2026-03-01\nlastUpdated: ${updated}\nreportTo: service-desk\n---\n\nLook at your role first.\n`;

export default {
  id: 'knownissue/stale',
  severity: 'warning',
  runs: 'set',
  why: 'A fault that is mended and still reads as open sends people round in circles, and one that nobody touches looks forgotten.',
  failing: {
    example: { 'known-issues/ki-001.mdx': issue('workaround', '2026-03-20') },
    finds: ['workaround', '2026-03-20'],
  },
  passing: { 'known-issues/ki-001.mdx': issue('fixed', '2026-03-20') },
  *check(page, { content }) {
    const { knownIssue } = page;
    if (!knownIssue || !isOpen(knownIssue.data.status)) return;
    const release = content.releases.find(({ data }) =>
      data.changes.some(
        ({ kind, knownIssues }) => kind === 'fixed' && knownIssues.includes(page.id),
      ),
    );
    const status = page.field('status');
    if (release && status) {
      yield {
        at: status.place,
        message: `“${release.data.title}” says that this is fixed, and it still reads as open.`,
        suggestion: 'status: fixed',
      };
    }
    const newest = newestEdition(content);
    const updated = page.field('lastUpdated');
    if (updated && newest !== undefined && addDays(knownIssue.data.lastUpdated, 30) < newest) {
      yield {
        at: updated.place,
        message: `This is open, and nobody has touched it since ${formatDate(knownIssue.data.lastUpdated)}.`,
        suggestion: 'Look at it again, and change the date when you have.',
      };
    }
  },
} satisfies PageRule;
