import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { checkIn } from './check-in.ts';
import { bundleScript } from '../../desk/app/bundle-script.ts';
import { editingRoutes } from '../../desk/editing/editing-routes.ts';
import { editorSheets } from '../../desk/editor/sheets.ts';
import { publication } from '../../publication/site.ts';
import { asCss } from '../../styles/tokens-css.ts';

/* The editor alone on a page, with the headers of the desk, for tests of the editor. */

const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves the editor of the documents in a content folder, on a free port of this machine. */
export async function serveEditor(folder: string): Promise<{ origin: string; stop: () => void }> {
  const script = await bundleScript('editor');
  const sheets = ['styles/base.css', 'styles/labels.css', ...editorSheets];
  const styles = await Promise.all(sheets.map((path) => readFile(source(path), 'utf8')));
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.res.headers.set('Content-Security-Policy', policy);
  });
  app.route('/desk/api', editingRoutes({ folder, check: checkIn(folder) }));
  app.get('/editor.js', (context) =>
    context.body(script, 200, { 'Content-Type': 'text/javascript' }),
  );
  app.get('/editor.css', (context) =>
    context.body([asCss(publication(), ''), ...styles].join('\n'), 200, {
      'Content-Type': 'text/css',
    }),
  );
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.get('/:path{.+}', async (context) => {
    const path = context.req.param('path');
    return context.html(pageOf(path, await readFile(join(folder, path), 'utf8')));
  });
  app.post('/:path{.+}', async (context) => {
    const { text } = z.object({ text: z.string() }).parse(await context.req.parseBody());
    // As a form sends it: with the line ends of the web.
    await writeFile(join(folder, context.req.param('path')), text.replaceAll('\r\n', '\n'));
    return context.redirect(context.req.path, 303);
  });
  return new Promise((resolve) => {
    const server: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (at) =>
      resolve({ origin: `http://127.0.0.1:${at.port}`, stop: () => server.close() }),
    );
  });
}

const pageOf = (path: string, text: string) =>
  html`<!doctype html>
    <html lang="en-NZ">
      <head>
        <meta charset="utf-8" />
        <title>${path}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/editor.css" />
      </head>
      <body>
        <main>
          <h1>${path}</h1>
          <form id="write" method="post">
            <button class="button" name="save" value="yes">Save</button>
            <div id="editor" data-document="${path}"></div>
            <label for="text">The text</label>
            <textarea id="text" name="text">${text}</textarea>
          </form>
        </main>
        <script type="module" src="/editor.js"></script>
      </body>
    </html>`;
