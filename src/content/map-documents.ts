import type { Content, Document } from './content.ts';

/** The content with something done to each of its documents, of whatever kind. */
export const mapDocuments = (
  content: Content,
  change: <Data>(document: Document<Data>) => Document<Data>,
): Content => ({
  ...content,
  newsletters: content.newsletters.map(change),
  corrections: content.corrections.map(change),
  guidance: content.guidance.map(change),
  earlierGuidance: content.earlierGuidance.map(change),
  knownIssues: content.knownIssues.map(change),
  releases: content.releases.map(change),
  help: content.help.map(change),
  pages: content.pages.map(change),
});
