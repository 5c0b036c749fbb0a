import type { Content } from '../../content/content.ts';
import { contactRecords } from './records/contact.ts';
import { correctionRecord } from './records/correction.ts';
import { guidanceRecord } from './records/guidance.ts';
import { knownIssueRecord } from './records/known-issue.ts';
import { newsletterRecords } from './records/newsletter.ts';
import { releaseRecord } from './records/release.ts';
import { termRecords } from './records/term.ts';
import { sitePageRecords } from './records/site-page.ts';
import type { SearchRecord } from './search-record.ts';

/** Everything that can be found. */
export function searchRecords(content: Content): SearchRecord[] {
  return [
    ...content.guidance.map((page) => guidanceRecord(page, content)),
    ...content.knownIssues.map((issue) => knownIssueRecord(issue, content)),
    ...content.newsletters.flatMap((edition, newer) => newsletterRecords(edition, newer, content)),
    ...content.corrections.map((correction, newer) => correctionRecord(correction, newer, content)),
    ...content.releases.map((release, newer) => releaseRecord(release, newer, content)),
    ...contactRecords(content),
    ...termRecords(content),
    ...sitePageRecords(content),
  ];
}
