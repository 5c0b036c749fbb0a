import { outlineOf } from '../blocks/outline.ts';
import { isBlock, type Flow } from '../blocks/tree.ts';
import { variantFor } from '../blocks/variant.ts';
import { correctionName } from '../content/correction-text.ts';
import { documentById, type Content } from '../content/content.ts';
import { paths } from '../content/paths.ts';
import { formatDate, formatLongDate } from '../dates/format.ts';
import { issueStatuses, isOpen } from '../schemas/known-issue.ts';
import { changeKinds } from '../schemas/release.ts';
import { type Audience, audienceIds, site } from '../site.ts';
import type { ResultKind } from './kinds.ts';
import type { Part } from './parts.ts';
import { sitePageRecords } from './site-pages.ts';
import { datedStanding, type Standing } from './standing.ts';
import { ended, wordsOf } from './words.ts';

/** One thing that a search can find: a page with its parts, or an item with an anchor of its own. */
export interface SearchRecord {
  /** From the root of the site, with the anchor. */
  url: string;
  title: string;
  kind: ResultKind;
  audiences: readonly Audience[];
  /** Shown under the title: the edition and its date, a status, a last review. */
  note: string;
  words: string;
  /** Parts of the page with anchors of their own, which are for the same readers: a result leads to the best. */
  parts?: readonly Part[];
  /** Other words people look for it with; searched, never shown. */
  aliases: readonly string[];
  /** What a reader sees when it happens, for a known issue. */
  symptom?: string;
  topic?: string | undefined;
  /** Ids of what can be chosen as a status. */
  statuses?: readonly string[];
  /** When it was published, reviewed or last changed. */
  date?: string;
  standing: Standing;
}

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
    ...sitePageRecords(),
  ];
}

/** The part of a text that each of a record's audiences gets on the web, so that no record gives away another's words. */
const sharedBy = (audiences: readonly Audience[], nodes: readonly Flow[]): readonly Flow[] =>
  audiences.reduce((rest, audience) => variantFor(rest, { audience, channel: 'web' }), nodes);

function guidanceRecord(
  { id, data, body }: Content['guidance'][number],
  content: Content,
): SearchRecord {
  const nodes = sharedBy(data.audiences, body);
  const [principles, rest] = [
    nodes.filter(isPrinciple),
    nodes.filter((node) => !isPrinciple(node)),
  ];
  return {
    url: paths.guidance(id),
    title: data.title,
    kind: 'guidance',
    audiences: data.audiences,
    note: `Last reviewed ${formatDate(data.lastReviewed)}`,
    words: `${data.summary} ${wordsOf(rest, content)}`,
    parts: principles.map(({ props, children }) => ({
      ...props,
      words: wordsOf(children, content),
    })),
    aliases: data.aliases,
    topic: data.topic,
    date: data.lastReviewed,
    standing: 'living',
  };
}

const isPrinciple = (node: Flow) => isBlock(node, 'Principle');

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
    aliases: [id, id.replace(/-0+/, '-'), ...data.aliases],
    symptom: data.whatYouSee,
    topic: data.system,
    statuses: [data.status, isOpen(data.status) ? 'open' : 'closed'],
    date: data.lastUpdated,
    standing: isOpen(data.status) ? 'living' : 'closed',
  };
}

function newsletterRecords(
  { id, data, body }: Content['newsletters'][number],
  newer: number,
  content: Content,
): SearchRecord[] {
  const note = `${data.title}, ${formatDate(data.date)}`;
  const shared = {
    kind: 'newsletter',
    note,
    aliases: [],
    date: data.date,
    standing: datedStanding(newer),
  } as const;
  const everyone = audienceIds.filter((audience) => data.bulletins[audience]);
  const letter = body.filter((node) => !isBlock(node, 'Item'));
  // A summary speaks of every item, so it is nobody's own where an item is for one audience.
  const shownToAll = outlineOf(body).some(({ audience }) => audience) ? [] : [data.summary];
  const whole: SearchRecord = {
    ...shared,
    url: paths.newsletter(id),
    title: `${data.title}, ${formatDate(data.date)}`,
    audiences: everyone,
    words: [...shownToAll, wordsOf(sharedBy(everyone, letter), content)].join(' '),
  };
  const items = body.flatMap((node): SearchRecord[] => {
    if (!isBlock(node, 'Item')) return [];
    const { id: anchor, title, audience, topic, action } = node.props;
    const audiences = audience ? [audience] : everyone;
    return [
      {
        ...shared,
        url: `${paths.newsletter(id)}#${anchor}`,
        title,
        audiences,
        topic,
        statuses: action === 'for-information' ? [] : [action],
        words:
          `${taskOf(node.props)} ${wordsOf(sharedBy(audiences, node.children), content)}`.trim(),
      },
    ];
  });
  return [whole, ...items];
}

function correctionRecord(
  correction: Content['corrections'][number],
  newer: number,
  content: Content,
): SearchRecord {
  const { id, data, body } = correction;
  const audiences = audienceIds.filter((audience) => data.bulletins[audience]);
  return {
    url: paths.correction(id),
    title: data.title,
    kind: 'correction',
    audiences,
    note: `${correctionName(correction)}, ${formatDate(data.date)}`,
    words: [data.said, data.now, wordsOf(sharedBy(audiences, body), content)]
      .filter(Boolean)
      .join(' '),
    aliases: [],
    date: data.date,
    standing: datedStanding(newer),
  };
}

/** What an item asks for, as the page says it: the task, who and by when. */
function taskOf({
  task,
  who,
  due,
}: {
  task?: string | undefined;
  who?: string | undefined;
  due?: string | undefined;
}) {
  const asked = task ? [who, task].filter(Boolean).join(': ') : '';
  return [asked, due ? `Due ${formatLongDate(due)}` : ''].filter(Boolean).map(ended).join(' ');
}

function releaseRecord(
  { id, data, body }: Content['releases'][number],
  newer: number,
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
    topic: data.system,
    date: data.effective,
    standing: datedStanding(newer),
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
    aliases: [phone ?? '', phone?.replaceAll(' ', '') ?? '', email ?? ''].filter(Boolean),
    standing: 'reference' as const,
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
    standing: 'reference' as const,
  }));
}
