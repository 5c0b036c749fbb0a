import type { Content, Document } from '../../content/content.ts';
import { formatDate } from '../../dates/format.ts';
import { addDays } from '../../dates/plain-date.ts';
import { isOpen } from '../../schemas/known-issue.ts';
import type { Audience } from '../../publication/site.ts';
import type { DeskKind } from './desk-document.ts';

/** A document that could be read, with what the desk says of it whoever asks. */
export interface Entry {
  kind: DeskKind;
  document: Document<object>;
  title: string;
  /** YYYY-MM-DD, or empty. */
  day: string;
  /** The day from which somebody has to look at it again, and that as a sentence. */
  review?: { from: string; note: string };
  /** Whom a bulletin of it is for, where it is mailed. */
  audiences?: readonly Audience[];
}

/** How many days a known issue that is open may stand unseen; the checks ask for the same (`knownissue/stale`). */
const freshFor = 30;

/** Every document of the content, by kind and in the order of the content. */
export function entriesOf(content: Content): Entry[] {
  const { newsletters, corrections, guidance, earlierGuidance, knownIssues, releases } = content;
  return [
    ...newsletters.map((document) => ({
      kind: 'newsletters' as const,
      document,
      title: `Edition of ${formatDate(document.data.date)}`,
      day: document.data.date,
      audiences: Object.keys(document.data.bulletins),
    })),
    ...corrections.map((document) => ({
      kind: 'corrections' as const,
      document,
      title: document.data.title,
      day: document.data.date,
      audiences: Object.keys(document.data.bulletins),
    })),
    ...guidance.map((document) => ({
      kind: 'guidance' as const,
      document,
      title: document.data.title,
      day: document.data.withdrawn?.on ?? document.data.nextReview,
      ...(!document.data.withdrawn && {
        review: {
          from: document.data.nextReview,
          note: `Next review on ${formatDate(document.data.nextReview)}.`,
        },
      }),
    })),
    ...knownIssues.map((document) => ({
      kind: 'knownIssues' as const,
      document,
      title: document.data.title,
      day: document.data.lastUpdated,
      ...(isOpen(document.data.status) && {
        review: {
          from: addDays(document.data.lastUpdated, freshFor + 1),
          note: `Last looked at on ${formatDate(document.data.lastUpdated)}.`,
        },
      }),
    })),
    ...releases.map((document) => ({
      kind: 'releases' as const,
      document,
      title: document.data.title,
      day: document.data.effective,
    })),
    ...earlierGuidance.map((document) => ({
      kind: 'earlierGuidance' as const,
      document,
      title: document.data.title,
      day: '',
    })),
    ...content.pages.map((document) => ({
      kind: 'pages' as const,
      document,
      title: document.data.title,
      day: '',
    })),
    ...content.help.map((document) => ({
      kind: 'help' as const,
      document,
      title: document.data.title,
      day: '',
    })),
  ];
}
