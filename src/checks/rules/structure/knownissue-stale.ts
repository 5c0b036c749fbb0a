import { isOpen } from '../../../schemas/known-issue.ts';
import { formatDate } from '../../../dates/format.ts';
import { addDays } from '../../../dates/plain-date.ts';
import { newestEditionDay } from '../../reading/newest-edition-day.ts';
import type { Library, Page } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';

const issue = (status: string, updated: string) =>
  `---\ntitle: A case is missing\nstatus: ${status}\nsystem: AS-CMS\narea: Cases\naudiences: [schools]\nwhatYouSee: The list is empty.\nfirstReported: 2026-03-01\nlastUpdated: ${updated}\nreportTo: service-desk\n---\n\nLook at your role first.\n`;

export default {
  id: 'knownissue/stale',
  severity: 'warning',
  runs: 'set',
  why: 'A fault that is mended and still reads as open sends people round in circles, and one that nobody touches looks forgotten.',
  failing: {
    example: {
      'known-issues/ki-001.mdx': issue('workaround', '2026-03-20'),
      'known-issues/ki-003.mdx': issue('fixed', '2026-05-01'),
      'releases/as-cms-2026-05-01.mdx': `---\ntitle: AS-CMS release of 1 May 2026\nsystem: AS-CMS\neffective: 2026-05-01\nsummary: Fewer cases go missing.\naudiences: [schools]\nchanges:\n  - kind: partly-fixed\n    text: Fewer cases go missing.\n    knownIssues: [ki-003]\n---\n\nIt came in May.\n`,
    },
    finds: ['workaround', '2026-03-20', 'fixed'],
  },
  passing: {
    'known-issues/ki-001.mdx': issue('fixed', '2026-03-20'),
    'known-issues/ki-002.mdx': issue('workaround', '2026-05-01'),
    'releases/as-cms-june.mdx': `---\ntitle: AS-CMS release of 4 June 2026\nsystem: AS-CMS\neffective: 2026-06-04\nsummary: No case goes missing.\naudiences: [schools]\nchanges:\n  - kind: fixed\n    text: No case goes missing.\n    knownIssues: [ki-002]\n---\n\nIt comes in June.\n`,
  },
  *check(page, { content }) {
    const { knownIssue } = page;
    if (!knownIssue) return;
    if (!isOpen(knownIssue.data.status)) return yield* closedEarly(page, content.releases);
    const newest = newestEditionDay(content);
    // One that is announced ahead has mended nothing yet.
    const inUse = content.releases.filter(({ data }) => data.effective <= (newest ?? '9999'));
    const release = inUse.find(({ data }) =>
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

/** One that reads as fixed, while every release that touches it says it is so in part. */
function* closedEarly(page: Page, releases: Library['content']['releases']): Generator<Fault> {
  const changes = releases.flatMap(({ data }) =>
    data.changes
      .filter(({ knownIssues }) => knownIssues.includes(page.id))
      .map(({ kind }) => ({ kind, title: data.title, effective: data.effective })),
  );
  const last = changes.toSorted((a, b) => b.effective.localeCompare(a.effective))[0];
  const status = page.field('status');
  if (status?.value !== 'fixed' || last?.kind !== 'partly-fixed') return;
  yield {
    at: status.place,
    message: `This reads as fixed, and “${last.title}” says that it is partly fixed.`,
    suggestion:
      'Name it in the release that finished it, as “fixed”, or write status: partly-fixed.',
  };
}
