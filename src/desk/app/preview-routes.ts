import { Hono } from 'hono';
import { join } from 'node:path';
import { z } from 'zod';
import { checkSize } from '../../checks/bulletin-size/check-size.ts';
import { limitsOf } from '../../checks/bulletin-size/size-limits.ts';
import { parseBody } from '../../document/parse-body.ts';
import type { Problem } from '../../problems/problem.ts';
import { audienceById } from '../../publication/site.ts';
import { entriesOf } from '../documents/entries.ts';
import { openToWrite } from '../documents/open-to-write.ts';
import { titleOf } from '../documents/title-of.ts';
import { type Appearance, asShown, previewSite, shownPolicy } from '../preview/as-shown.ts';
import { hiddenParts } from '../preview/hidden-parts.ts';
import { pageAddress } from '../preview/page-address.ts';
import { type BulletinShown, type Look, previewPage, unread } from '../pages/preview-page.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

const lookSchema = z.object({
  show: z.enum(['page', 'bulletin', 'text']).catch('page'),
  width: z.enum(['phone', 'desktop']).catch('desktop'),
  theme: z.enum(['light', 'dark']).catch('light'),
  images: z.enum(['on', 'off']).catch('on'),
}) satisfies z.ZodType<Look>;

const builtSchema = z.object({ html: z.string(), text: z.string() });

/** Documents as their readers will see them, while they are written. */
export function previewRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const { preview } = desk;

  routes.get('/site/*', async (context) => {
    const { pathname } = new URL(context.req.url);
    const path = pathname.slice(previewSite.length);
    // The modules of a server for development are nobody's business.
    if (path.startsWith('/@') || path.startsWith('/src/')) return context.notFound();
    const look: Appearance = lookSchema.parse(context.req.query());
    const answer = await fetch(`${await preview.origin()}${path}`, { redirect: 'manual' });
    // The server for development calls a bulletin plain text.
    const type = path.endsWith('.html')
      ? 'text/html; charset=utf-8'
      : (answer.headers.get('Content-Type') ?? 'application/octet-stream');
    context.header('Content-Security-Policy', shownPolicy(look));
    context.header('Content-Type', type);
    const status = answer.ok ? 200 : 404;
    if (!type.startsWith('text/html')) return context.body(await answer.arrayBuffer(), status);
    return context.body(asShown(await answer.text(), look, desk.settings().siteUrl), status);
  });

  routes.post('/read/:path{.+}', async (context) => {
    const problems = await preview.readAgain();
    const own = problemsOf(problems, context.req.param('path'));
    return context.html(unread(own));
  });

  routes.get('/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const look = lookSchema.parse(context.req.query());
    const settings = desk.settings();
    const person = personOf(context);
    const who = { person: person ?? '', present: desk.present };
    const [{ source, text }, shelf, origin] = await Promise.all([
      openToWrite(settings, path, who),
      desk.look(),
      preview.origin(),
    ]);
    const problems = problemsOf(await preview.readAgain(), path);
    const file = join(shelf.folder, path);
    const entry = entriesOf(shelf.content).find(({ document }) => document.file === file);
    const body = parseBody(text, source.kind, () => undefined);
    const bulletins = (entry?.audiences ?? []).map(async (audience): Promise<BulletinShown> => {
      const id = entry?.document.id ?? '';
      const address = `${origin}/bulletins/${id}/${audience}.json`;
      const edition = shelf.content.newsletters.find((one) => one.file === file);
      const limits = limitsOf(edition?.data.bulletins[audience]?.form);
      const json = look.show === 'page' ? undefined : await ask(address);
      const built = json === undefined ? undefined : builtSchema.parse(JSON.parse(json));
      return {
        id,
        audience,
        name: audienceById(audience).name,
        hidden: hiddenParts(body, audience),
        size: built && { ...checkSize(built.html, limits), limit: limits.refusal },
        text: built?.text,
      };
    });
    return context.html(
      previewPage({
        path,
        title: titleOf(shelf, path),
        look,
        page: pageAddress(path),
        bulletins: await Promise.all(bulletins),
        problems,
        person,
      }),
    );
  });

  const problemsOf = (problems: readonly Problem[], path: string) =>
    problems.filter(({ file }) => file === join(desk.settings().content, path));
  return routes;
}

/** What the preview answers; nothing where it cannot. */
async function ask(address: string): Promise<string | undefined> {
  const response = await fetch(address);
  return response.ok ? response.text() : undefined;
}
