import { formatDate } from '../../dates/format.ts';
import { isOpen, type IssueStatus } from '../../schemas/known-issue.ts';
import { documentById, type Content } from '../content.ts';
import { paths } from '../paths.ts';

type Issue = Pick<Content['knownIssues'][number], 'data'>;

/** Something that happened with a known issue. */
export interface IssueMoment {
  /** YYYY-MM-DD */
  date: string;
  /** The stage it then reached; undefined where nobody wrote one down. */
  status: IssueStatus | undefined;
  note: string;
  /** The page that says more. */
  href?: string;
}

/**
 * What happened with a known issue, newest first: its history, and of what that leaves out when it was first
 * reported, the release that mended it, and the day on which somebody last looked.
 */
export function issueTimeline({ data }: Issue, content: Content): IssueMoment[] {
  const { history, firstReported, lastUpdated, fixedIn, status } = data;
  const release = fixedIn === undefined ? undefined : documentById(content.releases, fixedIn);
  const told = new Set(history.map(({ date }) => date));
  const others: IssueMoment[] = [];
  if (release && !told.has(release.data.effective))
    others.push({
      date: release.data.effective,
      status,
      note: `${release.data.title}.`,
      href: paths.release(release.id),
    });
  if (!told.has(firstReported))
    others.push({ date: firstReported, status: undefined, note: 'First reported.' });
  const all = [...history, ...others];
  if (all.every(({ date }) => date < lastUpdated))
    all.push({ date: lastUpdated, status, note: 'Looked at again.' });
  return all.toSorted((a, b) => b.date.localeCompare(a.date));
}

/** From when to when people met a known issue, YYYY-MM-DD; without an end where they still do. */
export function issueSpan(issue: Issue, content: Content): { from: string; to?: string } {
  const { status, firstReported } = issue.data;
  if (isOpen(status)) return { from: firstReported };
  const moments = issueTimeline(issue, content);
  // The last time that it became what it is.
  const still = moments.findIndex((moment) => moment.status && isOpen(moment.status));
  const since = moments.slice(0, still < 0 ? undefined : still);
  const closed = since.findLast((moment) => moment.status !== undefined);
  return { from: firstReported, to: closed?.date ?? issue.data.lastUpdated };
}

/** How a known issue stands, in a sentence: "This was fixed in the AS-CMS release of 7 May 2026." */
export function statusSentence(issue: Issue, content: Content): string {
  const { status, fixedIn } = issue.data;
  const release = fixedIn && documentById(content.releases, fixedIn).data.title;
  switch (status) {
    case 'fixed': {
      const { to } = issueSpan(issue, content);
      return release
        ? `This was fixed in the ${release}.`
        : `This was fixed${to === undefined ? '' : ` on ${formatDate(to)}`}.`;
    }
    case 'partly-fixed':
      return release ? `This is partly fixed, in the ${release}.` : 'This is partly fixed.';
    case 'workaround':
      return 'This is not fixed yet, but there is a way around it.';
    case 'investigating':
      return 'We are finding out why this happens.';
    case 'will-not-fix':
      return 'This will not be fixed.';
  }
}
