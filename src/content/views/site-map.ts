import { variantFor } from '../../document/variant.ts';
import { type Audience, audienceIds } from '../../publication/site.ts';
import { anchorsOf } from './anchors.ts';
import type { Content, Document } from '../content.ts';
import { collections, withFeeds } from '../collections.ts';
import { paths } from '../paths.ts';
import { movedWordings } from './moved-guidance.ts';
import { allSessions } from './sessions.ts';

/** Every page of the site and the anchors on it, and the calendars and files that a text may lead to. */
export function siteMap(content: Content): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  const add = (path: string, anchors: readonly string[] = []) => map.set(path, new Set(anchors));
  for (const path of Object.values(paths)) if (typeof path === 'string') add(path);
  for (const audience of audienceIds()) {
    add(paths.whatsOnFor(audience));
    add(paths.actionsFor(audience));
    add(paths.calendar(audience));
  }
  add(paths.contacts, [...content.contacts.keys()]);
  add(paths.glossary, [...content.glossary.keys()]);
  const ids = ({ body }: Document<unknown>, audience?: Audience) =>
    anchorsOf(variantFor(body, { audience, channel: 'web' })).map(({ id }) => id);
  for (const name of content.files.keys()) add(paths.file(name));
  for (const collection of withFeeds) {
    for (const audience of [undefined, ...audienceIds()]) {
      add(paths.feed(collections[collection].folder, 'xml', audience));
      add(paths.feed(collections[collection].folder, 'json', audience));
    }
  }
  for (const { event, session, href, calendar } of allSessions(content)) {
    const [page = ''] = href.split('#', 1);
    add(paths.eventCalendar(page, event.id));
    if (session.id !== '') add(calendar);
  }
  for (const newsletter of content.newsletters) {
    add(paths.newsletter(newsletter.id), ids(newsletter));
    for (const audience of audienceIds()) {
      if (newsletter.data.bulletins[audience])
        add(paths.newsletterFor(newsletter.id, audience), ids(newsletter, audience));
    }
  }
  for (const { id, data } of content.corrections) {
    add(paths.correction(id));
    for (const audience of audienceIds())
      if (data.bulletins[audience]) add(paths.correctionFor(id, audience));
  }
  for (const page of content.guidance) {
    for (const name of [page.id, ...page.data.formerly]) add(paths.guidance(name), ids(page));
  }
  for (const page of content.earlierGuidance) add(`${paths.guidanceList}${page.id}/`, ids(page));
  for (const { from } of movedWordings(content)) add(from);
  for (const page of content.knownIssues) add(paths.knownIssue(page.id), ids(page));
  for (const page of content.releases) add(paths.release(page.id), ids(page));
  for (const page of content.pages)
    add(paths.ownPage(page.id), [...(map.get(paths.ownPage(page.id)) ?? []), ...ids(page)]);
  for (const page of content.help) add(paths.helpPage(page.id), ids(page));
  return map;
}
