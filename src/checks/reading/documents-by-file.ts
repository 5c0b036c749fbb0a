import type { Content } from '../../content/content.ts';
import type { PageDocuments, Planned } from './page.ts';

/**
 * What the schemas made of each document, by file.
 * @param content without the texts of its documents
 */
export function documentsByFile(
  content: Content,
  planned: Planned | undefined,
): Map<string, PageDocuments> {
  const documents = new Map<string, PageDocuments>();
  const { newsletters, corrections, guidance, knownIssues, releases, help, pages } = content;
  const sent = planned?.ids ?? newsletters.slice(0, 1).map(({ id }) => id);
  const sendDay = (id: string) => planned && sent.includes(id) && { sendDay: planned.day };
  for (const newsletter of newsletters) {
    const { id, file, data } = newsletter;
    documents.set(file, { newsletter, asAt: data.date, ...sendDay(id) });
  }
  for (const correction of corrections) {
    const { id, file, data } = correction;
    documents.set(file, { correction, asAt: data.date, ...sendDay(id) });
  }
  for (const page of guidance)
    documents.set(page.file, { guidance: page, asAt: page.data.lastReviewed });
  for (const knownIssue of knownIssues)
    documents.set(knownIssue.file, { knownIssue, asAt: knownIssue.data.lastUpdated });
  for (const release of releases)
    documents.set(release.file, { release, asAt: release.data.effective });
  for (const { file } of [...help, ...pages, ...content.earlierGuidance]) documents.set(file, {});
  return documents;
}
