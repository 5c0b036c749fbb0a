import { variantFor } from '../document/variant.ts';
import { type BlockOf, eachBlock, type Flow, isBlock } from '../document/tree.ts';
import { outlineOf, toDo, type OutlineEntry } from '../document/outline.ts';
import type { LineAt } from '../document/line-finder.ts';
import type { Content, Document } from '../content/content.ts';
import { editionChanged, guidanceChanged } from '../content/views/last-change.ts';
import { paths } from '../content/paths.ts';
import { type Audience, audienceIds } from '../publication/site.ts';

/** What one document tells one reader to come to, and to do. */
export interface Announcement {
  /** The document, which names its calendar files. */
  page: string;
  /** The absolute path of the file it is written in. */
  file: string;
  lineAt: LineAt;
  /** The page that this reader is shown. */
  shownOn: string;
  /** The day on which the document last changed, YYYY-MM-DD. */
  day: string;
  events: BlockOf<'Event'>[];
  dates: BlockOf<'Dates'>[];
  /** What must be done by a day. */
  tasks: (OutlineEntry & { due: string })[];
}

/**
 * Everything announced to one audience, or to everybody where none is named; oldest document first.
 * Words and events for other audiences are never in it.
 */
export function announcements(content: Content, audience?: Audience): Announcement[] {
  const newsletters = content.newsletters.map((edition) => {
    const { id, file, data, body, lineAt } = edition;
    return {
      file,
      lineAt,
      page: paths.newsletter(id),
      shownOn: audience ? paths.newsletterFor(id, audience) : paths.newsletter(id),
      order: data.date,
      day: editionChanged(content, edition),
      audiences: audienceIds().filter((name) => data.bulletins[name]),
      body,
    };
  });
  const living = <Data extends { audiences: readonly Audience[] }>(
    documents: readonly Document<Data>[],
    path: (id: string) => string,
    day: (data: Data) => string,
  ) =>
    documents.map(({ id, file, data, body, lineAt }) => ({
      file,
      lineAt,
      page: path(id),
      shownOn: path(id),
      // After every edition: these have no date that stays.
      order: '9999',
      day: day(data),
      audiences: data.audiences,
      body,
    }));
  return [
    ...newsletters,
    ...living(content.guidance, paths.guidance, guidanceChanged),
    ...living(content.knownIssues, paths.knownIssue, ({ lastUpdated }) => lastUpdated),
    ...living(content.releases, paths.release, ({ effective }) => effective),
  ]
    .filter(({ audiences }) => audience === undefined || audiences.includes(audience))
    .toSorted((a, b) => a.order.localeCompare(b.order) || a.page.localeCompare(b.page))
    .map(({ body, page, file, lineAt, shownOn, day }) => ({
      page,
      file,
      lineAt,
      shownOn,
      day,
      ...announcedIn(body, audience),
    }));
}

/* Most documents announce nothing, and each is asked for each reader of each calendar. */
const announcing = new WeakMap<readonly Flow[], boolean>();

function announces(body: readonly Flow[]): boolean {
  const known = announcing.get(body);
  if (known !== undefined) return known;
  const found = eachBlock(body).some(
    (node) => isBlock(node, 'Event') || isBlock(node, 'Dates') || isBlock(node, 'Item'),
  );
  announcing.set(body, found);
  return found;
}

/** An event may stand on the web only or in email only; a calendar serves readers of both. */
function announcedIn(body: readonly Flow[], audience: Audience | undefined) {
  if (!announces(body)) return { events: [], dates: [], tasks: [] };
  const web = variantFor(body, { audience, channel: 'web' });
  const email = variantFor(body, { audience, channel: 'email' });
  const events = new Map<string, BlockOf<'Event'>>();
  for (const node of eachBlock([...web, ...email])) {
    if (isBlock(node, 'Event') && !events.has(node.props.id)) events.set(node.props.id, node);
  }
  const dates = new Map<string, BlockOf<'Dates'>>();
  for (const node of eachBlock([...web, ...email])) {
    if (isBlock(node, 'Dates') && !dates.has(node.props.id)) dates.set(node.props.id, node);
  }
  const tasks = toDo(outlineOf(web)).flatMap(({ due, ...item }) => (due ? [{ ...item, due }] : []));
  return { events: [...events.values()], dates: [...dates.values()], tasks };
}
