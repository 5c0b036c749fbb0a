import { Hono } from 'hono';
import { countOf } from '../../checks/finding.ts';
import { readKept } from '../../content/reading/kept-texts.ts';
import { dayAt } from '../../dates/new-zealand.ts';
import { useStore } from '../../delivery/store/use-store.ts';
import { noteAct } from '../../delivery/trail/note-act.ts';
import { unsavedFolder } from '../documents/keep-unsaved.ts';
import { listDocuments } from '../documents/list-documents.ts';
import { publishPage } from '../pages/publish-page.ts';
import { siteChanges } from '../publishing/changes.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

/** Where the site is published: what will change first, then how it goes. */
export function publishRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const { out, data, databaseUrl, now } = desk.settings();
    const shelf = await desk.look();
    const documents = await listDocuments(shelf, { out, data, databaseUrl }, dayAt(now));
    const kept = await readKept(unsavedFolder(data));
    return context.html(
      publishPage({
        folder: shelf.folder,
        changes: await siteChanges(shelf, documents, out),
        report: await desk.checks(shelf),
        publishing: desk.publisher.now(),
        last: await desk.publisher.last(),
        unsaved: new Set(kept.map(({ path }) => path)).size,
        now,
        person: personOf(context),
      }),
    );
  });

  routes.post('/', async (context) => {
    const report = await desk.checks(await desk.look());
    // A build would refuse them too, a minute later.
    if (countOf(report, 'error') === 0) {
      const by = personOf(context) ?? '';
      await useStore(desk.settings(), (store) =>
        store.transaction(() => noteAct(store, { by, act: 'publish' }, desk.settings().now)),
      );
      desk.publisher.begin(by);
    }
    return context.redirect('/desk/publish/', 303);
  });

  return routes;
}
