import type { Context } from '../rendering/context.ts';
import { outlineOf } from '../document/outline.ts';
import type { Flow } from '../document/tree.ts';
import { variantFor } from '../document/variant.ts';
import type { Content } from '../content/content.ts';
import { correctionName, correctionText } from '../content/views/correction-text.ts';
import { correctionsOf } from '../content/views/corrections-of.ts';
import { editionChanged, guidanceChanged } from '../content/views/last-change.ts';
import { paths } from '../content/paths.ts';
import { formatDate } from '../dates/format.ts';
import type { Guidance } from '../schemas/guidance.ts';
import { issueStatuses } from '../schemas/known-issue.ts';
import { type Audience, publication } from '../publication/site.ts';
import { entryHtml } from './entry-html.ts';
import type { EntryParts } from './entry-parts.ts';
import type { FeedEntry } from './feed.ts';
import type { FeedCollection } from './feed-list.ts';
import { issueFacts, issueWords } from './issue-facts.ts';

/** Whom a feed is for and what its entries are made from. */
export interface FeedSource {
  content: Content;
  audience: Audience | undefined;
  /** Every link in a feed is absolute. */
  origin: string;
}

/** An entry before its text is rendered, so that only those a feed shows cost a rendering. */
interface Draft extends Omit<FeedEntry, 'id' | 'url' | 'html'> {
  path: string;
  body: readonly Flow[];
  parts?: Omit<EntryParts, 'nodes'>;
}

/* A feed brings what is new; the archive is on the site. Known issues are a board: all of them. */
const most = { newsletters: 20, guidance: 30, knownIssues: 500, releases: 20 } as const;

/** The entries of one collection for one audience, the last updated first. */
export async function feedEntries(
  collection: FeedCollection,
  source: FeedSource,
): Promise<FeedEntry[]> {
  const drafts = draftsOf[collection](source)
    .toSorted((a, b) => b.updated.localeCompare(a.updated) || a.path.localeCompare(b.path))
    .slice(0, most[collection]);
  return Promise.all(drafts.map((draft) => finished(draft, source)));
}

async function finished(draft: Draft, source: FeedSource): Promise<FeedEntry> {
  const { path, body, parts, ...entry } = draft;
  const { content, audience, origin } = source;
  const url = `${origin}${path}`;
  const context: Context = { content, audience, level: 2, asAt: entry.updated, pageUrl: url };
  return {
    ...entry,
    id: `tag:${publication().namingDomain},2026:${path}`,
    url,
    html: await entryHtml({ nodes: body, ...parts }, context),
  };
}

const isFor = (audience: Audience | undefined, list: readonly Audience[]) =>
  audience === undefined || list.includes(audience);

const withdrawnFacts = (withdrawn: Guidance['withdrawn']): NonNullable<EntryParts['facts']> =>
  withdrawn ? [['Withdrawn', `${formatDate(withdrawn.on)}. ${withdrawn.why}`]] : [];

const draftsOf: { [Name in FeedCollection]: (source: FeedSource) => Draft[] } = {
  newsletters: (source) => [...editionDrafts(source), ...correctionDrafts(source)],
  guidance: ({ content, audience }) =>
    content.guidance
      .filter(({ data }) => isFor(audience, data.audiences))
      .map(({ id, data, body }) => {
        const first = data.changes.map(({ date }) => date).toSorted()[0];
        return {
          path: paths.guidance(id),
          title: data.title,
          summary: data.summary,
          published: first ?? data.lastReviewed,
          updated: guidanceChanged(data),
          tags: [data.topic],
          body,
          parts: {
            facts: [
              ['Last reviewed', formatDate(data.lastReviewed)],
              ...withdrawnFacts(data.withdrawn),
            ],
            history: data.changes,
          },
        };
      }),
  knownIssues: ({ content, audience, origin }) =>
    content.knownIssues
      .filter(({ data }) => isFor(audience, data.audiences))
      .map((issue) => ({
        path: paths.knownIssue(issue.id),
        title: `${issue.id.toUpperCase()}: ${issue.data.title}`,
        summary: `${issueStatuses[issue.data.status]}. ${issue.data.whatYouSee}`,
        published: issue.data.firstReported,
        updated: issue.data.lastUpdated,
        tags: [issue.data.system, issue.data.area],
        body: issue.body,
        parts: { facts: issueWords(issue, content), heading: 'What to do' },
        facts: { _known_issue: issueFacts(issue, content, origin, audience) },
      })),
  releases: ({ content, audience }) =>
    content.releases
      .filter(({ data }) => isFor(audience, data.audiences))
      .map(({ id, data, body }) => ({
        path: paths.release(id),
        title: data.title,
        summary: data.summary,
        published: data.effective,
        updated: data.effective,
        tags: [data.system],
        body,
        parts: { changes: data.changes },
      })),
};

function editionDrafts({ content, audience }: FeedSource): Draft[] {
  return content.newsletters
    .filter(({ data }) => audience === undefined || data.bulletins[audience])
    .map((edition) => {
      const { id, data, body } = edition;
      const outline = outlineOf(variantFor(body, { audience, channel: 'web' }));
      return {
        path: audience ? paths.newsletterFor(id, audience) : paths.newsletter(id),
        title: `${data.title}, ${formatDate(data.date)}`,
        summary: (audience && data.bulletins[audience]?.preheader) ?? data.summary,
        published: data.date,
        updated: editionChanged(content, edition, audience),
        tags: [...new Set(outline.flatMap(({ topic }) => topic ?? []))],
        body,
        parts: {
          facts: correctionsOf(content, id, audience).map((correction) => [
            `Corrected on ${formatDate(correction.data.date)}`,
            `${correction.data.title}. It says now: ${correction.data.now}`,
          ]),
        },
      };
    });
}

function correctionDrafts({ content, audience }: FeedSource): Draft[] {
  return content.corrections
    .filter(({ data }) => audience === undefined || data.bulletins[audience])
    .map((correction) => {
      const { id, data } = correction;
      return {
        path: audience ? paths.correctionFor(id, audience) : paths.correction(id),
        title: `${correctionName(correction)}: ${data.title}`,
        summary: data.now,
        published: data.date,
        updated: data.date,
        tags: ['Correction'],
        body: correctionText(correction, correction.body, content, audience),
      };
    });
}
