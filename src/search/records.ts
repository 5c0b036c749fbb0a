import { isBlock, type Flow } from '../blocks/tree.ts';
import { variantFor } from '../blocks/variant.ts';
import { documentById, type Content } from '../content/content.ts';
import { paths } from '../content/paths.ts';
import { formatDate } from '../dates/format.ts';
import { issueStatuses, isOpen } from '../schemas/known-issue.ts';
import { changeKinds } from '../schemas/release.ts';
import { type Audience, audienceIds, site } from '../site.ts';
import type { ResultKind } from './kinds.ts';
import { ended, wordsOf } from './words.ts';

/** One thing that a search can find: a page, or a part of one with an anchor of its own. */
export interface SearchRecord {
  /** From the root of the site, with the anchor. */
  url: string;
  title: string;
  kind: ResultKind;
  audiences: readonly Audience[];
  /** Shown under the title: the edition and its date, a status, a last review. */
  note: string;
  words: string;
  /** Other words people look for it with; searched, never shown. */
  aliases: readonly string[];
  /** How much its matches count: living advice before dated news. */
  weight: number;
}

/** What matches count by kind: living guidance and open known issues stand above dated editions. */
const weights = { living: 8, reference: 5, dated: 1 } as const;

/** Everything that can be found. */
export function searchRecords(content: Content): SearchRecord[] {
  return [
    ...content.guidance.flatMap((page) => guidanceRecords(page, content)),
    ...content.knownIssues.map((issue) => knownIssueRecord(issue, content)),
    ...content.newsletters.flatMap((edition) => newsletterRecords(edition, content)),
    ...content.releases.map((release) => releaseRecord(release, content)),
    ...contactRecords(content),
    ...termRecords(content),
  ];
}

/** The part of a text that each of a record's audiences gets on the web, so that no record gives away another's words. */
const sharedBy = (audiences: readonly Audience[], nodes: readonly Flow[]): readonly Flow[] =>
  audiences.reduce((rest, audience) => variantFor(rest, { audience, channel: 'web' }), nodes);

function guidanceRecords(
  { id, data, body }: Content['guidance'][number],
  content: Content,
): SearchRecord[] {
  const nodes = sharedBy(data.audiences, body);
  const note = `Last reviewed ${formatDate(data.lastReviewed)}`;
  const shared = { kind: 'guidance', audiences: data.audiences, weight: weights.living } as const;
  const whole: SearchRecord = {
    ...shared,
    url: paths.guidance(id),
    title: data.title,
    note,
    words: `${data.summary} ${wordsOf(
      nodes.filter((node) => !isBlock(node, 'Principle')),
      content,
    )}`,
    aliases: data.aliases,
  };
  const principles = nodes.flatMap((node): SearchRecord[] =>
    isBlock(node, 'Principle')
      ? [
          {
            ...shared,
            url: `${paths.guidance(id)}#${node.props.id}`,
            title: node.props.title,
            note: `${data.title}. ${note}`,
            words: wordsOf(node.children, content),
            aliases: [],
          },
        ]
      : [],
  );
  return [whole, ...principles];
}

function knownIssueRecord(
  { id, data, body }: Content['knownIssues'][number],
  content: Content,
): SearchRecord {
  return {
    url: paths.knownIssue(id),
    title: data.title,
    kind: 'known-issue',
    audiences: data.audiences,
    note: `${id.toUpperCase()}. ${issueStatuses[data.status]}. Updated ${formatDate(data.lastUpdated)}`,
    words: `${data.whatYouSee} ${data.cause ?? ''} ${wordsOf(sharedBy(data.audiences, body), content)}`,
    aliases: [id, ...data.aliases],
    weight: isOpen(data.status) ? weights.living : weights.reference,
  };
}

function newsletterRecords(
  { id, data, body }: Content['newsletters'][number],
  content: Content,
): SearchRecord[] {
  const note = `${data.title}, ${formatDate(data.date)}`;
  const shared = { kind: 'newsletter', note, aliases: [], weight: weights.dated } as const;
  const everyone = audienceIds.filter((audience) => data.bulletins[audience]);
  const letter = body.filter((node) => !isBlock(node, 'Item'));
  const whole: SearchRecord = {
    ...shared,
    url: paths.newsletter(id),
    title: `${data.title}, ${formatDate(data.date)}`,
    audiences: everyone,
    words: `${data.summary} ${wordsOf(sharedBy(everyone, letter), content)}`,
  };
  const items = body.flatMap((node): SearchRecord[] => {
    if (!isBlock(node, 'Item')) return [];
    const audiences = node.props.audience ? [node.props.audience] : everyone;
    return [
      {
        ...shared,
        url: `${paths.newsletter(id)}#${node.props.id}`,
        title: node.props.title,
        audiences,
        words: wordsOf(sharedBy(audiences, node.children), content),
      },
    ];
  });
  return [whole, ...items];
}

function releaseRecord(
  { id, data, body }: Content['releases'][number],
  content: Content,
): SearchRecord {
  const changes = data.changes.flatMap(({ kind, text, points, knownIssues }) => [
    `${changeKinds[kind]}: ${text}`,
    ...points,
    ...knownIssues.map((issue) => documentById(content.knownIssues, issue).data.title),
  ]);
  return {
    url: paths.release(id),
    title: data.title,
    kind: 'release',
    audiences: data.audiences,
    note: `In use from ${formatDate(data.effective)}`,
    words: [data.summary, wordsOf(sharedBy(data.audiences, body), content), ...changes].join(' '),
    aliases: [],
    weight: weights.dated,
  };
}

function contactRecords({ contacts }: Content): SearchRecord[] {
  return [...contacts].map(([id, { name, summary, phone, email, purposes, audiences }]) => ({
    url: paths.contact(id),
    title: name,
    kind: 'contact',
    audiences,
    note: [phone, email].filter(Boolean).join(', ') || site.organisation.en,
    words: [summary, ...purposes].map(ended).join(' '),
    aliases: [phone?.replaceAll(' ', '') ?? '', email ?? ''].filter(Boolean),
    weight: weights.reference,
  }));
}

function termRecords({ glossary }: Content): SearchRecord[] {
  return [...glossary].map(([id, { term, expansion, meaning, aliases }]) => ({
    url: `${paths.glossary}#${id}`,
    title: expansion ? `${term}: ${expansion}` : term,
    kind: 'term',
    audiences: audienceIds,
    note: 'Words we use',
    words: meaning,
    aliases,
    weight: weights.reference,
  }));
}
