import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { publication } from '../../publication/site.ts';
import { asCss } from '../../styles/tokens-css.ts';
import { editorSheets } from '../editor/sheets.ts';
import { bundleScript, isScript } from './bundle-script.ts';

const { resolve } = createRequire(import.meta.url);
const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const sheets = [
  'styles/fonts.css',
  'styles/base.css',
  'styles/labels.css',
  'desk/pages/frame.css',
  'desk/pages/documents.css',
  'desk/pages/write.css',
  'desk/pages/preview.css',
  'desk/pages/mail.css',
  ...editorSheets,
];

const typeface = '@fontsource-variable/atkinson-hyperlegible-next/files/';

/** What pages of the desk load: the style of the site with that of the desk, its typeface, its scripts. */
export function assetRoutes(): Hono {
  const routes = new Hono();
  routes.get('/desk.css', async (context) => {
    const texts = await Promise.all(sheets.map((path) => readFile(source(path), 'utf8')));
    const styles = texts.join('\n').replaceAll(typeface, '/desk/assets/');
    return context.body(`${colours()}\n${styles}`, 200, {
      'Content-Type': 'text/css; charset=utf-8',
    });
  });
  routes.get('/:font{[a-z-]+\\.woff2}', async (context) => {
    const file = fontFile(`${typeface}${context.req.param('font')}`);
    if (file === undefined) return context.notFound();
    return context.body(new Uint8Array(await readFile(file)), 200, {
      'Content-Type': 'font/woff2',
      'Cache-Control': 'max-age=86400',
    });
  });
  routes.get('/icon.svg', async (context) =>
    context.body(await readFile(source('../public/icon.svg')), 200, {
      'Content-Type': 'image/svg+xml',
    }),
  );
  routes.get('/:script{[a-z]+\\.js}', async (context) => {
    const name = context.req.param('script').replace(/\.js$/, '');
    if (!isScript(name)) return context.notFound();
    return context.body(await bundleScript(name), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
    });
  });
  return routes;
}

/** The colours of the publication; where there is none yet, those of the browser. */
function colours(): string {
  try {
    return asCss(publication(), '');
  } catch {
    return ':root { color-scheme: light dark; }';
  }
}

function fontFile(name: string): string | undefined {
  try {
    return resolve(name);
  } catch {
    return undefined;
  }
}
