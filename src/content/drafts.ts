import type { Content, Document } from './content.ts';

/** The content without its drafts: what is published. Their bytes are no part of a build then. */
export function withoutDrafts(content: Content): Content {
  const { drafts, read } = content;
  if (drafts.size === 0) return content;
  const ready = <Data>(documents: readonly Document<Data>[]) =>
    documents.filter(({ file }) => !drafts.has(file));
  return {
    ...content,
    newsletters: ready(content.newsletters),
    corrections: ready(content.corrections),
    guidance: ready(content.guidance),
    earlierGuidance: ready(content.earlierGuidance),
    knownIssues: ready(content.knownIssues),
    releases: ready(content.releases),
    help: ready(content.help),
    pages: ready(content.pages),
    drafts: new Map(),
    read: new Map([...read].filter(([file]) => !drafts.has(file))),
  };
}
