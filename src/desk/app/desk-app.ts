import { Hono } from 'hono';
import { BadInput } from '../../problems/problem.ts';
import { helpPage } from '../pages/help-page.ts';
import type { CheckText } from '../editing/check-edited.ts';
import { editingRoutes } from '../editing/editing-routes.ts';
import { readSource } from '../documents/read-source.ts';
import { faultPage, missingPage } from '../pages/fault-page.ts';
import { assetRoutes } from './asset-routes.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';
import { provider } from '../sign-in/provider.ts';
import { sessions } from '../sign-in/sessions.ts';
import type { SignInSettings } from '../../settings/sign-in.ts';
import { requireSignIn } from './sign-in/require-sign-in.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
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
  const { signIn } = desk.settings();
  app.use(guard(signIn?.deskUrl));
  app.use(limitBodies);
  if (signIn) protect(app, signIn, report);
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

/** Lets in whom the sign-in service of the organisation vouches for, and nobody else. */
function protect(app: Hono, settings: SignInSettings, report: (error: Error) => void): void {
  const all = sessions();
  // Sessions end by the clock, also where the desk rehearses another day.
  const clock = () => new Date();
  app.use(requireSignIn(all, settings.deskUrl, clock));
  app.route(
    '/desk/sign-in',
    signInRoutes(provider(settings), all, settings.deskUrl, clock, report),
  );
  app.all('/desk/name', (context) => context.redirect('/desk/sign-in/account', 303));
}

/** What the checks say of a document as it is edited: the same as beside its text. */
const checkOf =
  (desk: Desk): CheckText =>
  async (path, text) => {
    const settings = desk.settings();
    return desk.checkText(await readSource(settings.content, path), text);
  };
