import { Hono } from 'hono';
import { BadInput } from '../../problems/problem.ts';
import { helpPage } from '../pages/help-page.ts';
import type { CheckText } from '../editing/check-edited.ts';
import { editingRoutes } from '../editing/editing-routes.ts';
import { readSource } from '../documents/read-source.ts';
import { faultPage, missingPage } from '../pages/fault-page.ts';
import { assetRoutes } from './asset-routes.ts';
import { type Desk, personOf } from './desk.ts';
import { deskHeaders } from './desk-headers.ts';
import { guard } from './guard.ts';
import { historyRoutes } from './history-routes.ts';
import { homeRoutes } from './home-routes.ts';
import { importRoutes } from './import-routes.ts';
import { limitBodies } from './limit-bodies.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { trailRoutes } from './mail/trail-routes.ts';
import { nameRoutes } from './name-routes.ts';
import { newRoutes } from './new-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { readyRoutes } from './ready-routes.ts';
import { typedRoutes } from './typed-routes.ts';
import { writeRoutes } from './write-routes.ts';

/**
 * The workplace of the staff, all of it under `/desk/`.
 * @param report hears of every unexpected error; whoever is at work sees what to do
 */
export function createDeskApp(desk: Desk, report: (error: Error) => void): Hono {
  // A closing slash makes no other address.
  const app = new Hono({ strict: false });
  app.use(deskHeaders);
  app.use(guard);
  app.use(limitBodies);
  app.route('/desk/assets', assetRoutes());
  app.route('/desk/name', nameRoutes());
  app.route('/desk/api', editingRoutes({ folder: desk.settings().content, check: checkOf(desk) }));
  app.route('/desk/write', writeRoutes(desk));
  app.route('/desk/ready', readyRoutes(desk));
  app.route('/desk/typed', typedRoutes(desk));
  app.route('/desk/history', historyRoutes(desk));
  app.route('/desk/new', newRoutes(desk));
  app.route('/desk/import', importRoutes(desk));
  app.route('/desk/publish', publishRoutes(desk));
  app.route('/desk/preview', previewRoutes(desk));
  app.route('/desk/mail', mailRoutes(desk));
  app.route('/desk/trail', trailRoutes(desk));
  app.get('/desk/help', async (context) =>
    context.html(helpPage((await desk.look()).content, personOf(context))),
  );
  app.route('/desk', homeRoutes(desk));
  app.notFound((context) => context.html(missingPage(personOf(context)), 404));
  app.onError((error, context) => {
    const isMistake = error instanceof BadInput;
    if (!isMistake) report(error);
    const page = faultPage(
      isMistake ? error.problems : [],
      desk.settings().content,
      personOf(context),
    );
    return context.html(page, isMistake ? 422 : 500);
  });
  return app;
}

/** What the checks say of a document as it is edited: the same as beside its text. */
const checkOf =
  (desk: Desk): CheckText =>
  async (path, text) => {
    const settings = desk.settings();
    return desk.checkText(await readSource(settings.content, path), text);
  };
