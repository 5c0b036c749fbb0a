import { extname, join } from 'node:path';
import type { Context, Handler } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { findSiteFile, readSiteFile, type SiteFile } from './site-file.ts';

/**
 * Serves the built site from the folder `out` (`PANUI_OUT`): clean addresses, types, conditional
 * requests (RFC 9110, 13), and the site's own 404 page. It only reads.
 */
export function serveSite(out: string): Handler {
  return async (context) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      return context.text('This address can only be read.\n', 405, { Allow: 'GET, HEAD' });
    }
    const { pathname, search } = new URL(context.req.url);
    const found = await findSiteFile(out, pathname);
    if (found.kind === 'folder') return context.redirect(`${pathname}/${search}`, 308);
    if (found.kind === 'none') return notFound(context, out);
    return answer(context, pathname, found);
  };
}

async function answer(
  context: Context,
  pathname: string,
  { file, etag, modified }: SiteFile & { kind: 'file' },
) {
  context.header('ETag', etag);
  context.header('Last-Modified', modified.toUTCString());
  context.header('Cache-Control', cacheFor(pathname));
  const known = context.req.header('If-None-Match')?.split(',') ?? [];
  if (known.some((tag) => tag.trim() === etag)) return context.body(null, 304);
  const bytes = await readSiteFile(file);
  if (!bytes) return context.text('Not found.\n', 404);
  return context.body(bytes, 200, {
    'Content-Type': typeOf(file),
    'Content-Length': String(bytes.byteLength),
  });
}

async function notFound(context: Context, out: string) {
  const page = await readSiteFile(join(out, '404.html'));
  if (!page) return context.text('There is no page at this address.\n', 404);
  return context.body(page, 404, { 'Content-Type': 'text/html; charset=utf-8' });
}

/** Astro names files in `/_astro/` by their content, so they never change; the rest may with each build. */
const cacheFor = (pathname: string) =>
  pathname.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/* What Hono does not name. */
const office = 'application/vnd.openxmlformats-officedocument';
const types: Readonly<Record<string, string>> = {
  '.mjml': 'text/plain; charset=utf-8',
  '.docx': `${office}.wordprocessingml.document`,
  '.xlsx': `${office}.spreadsheetml.sheet`,
  '.pptx': `${office}.presentationml.presentation`,
};

/** Pagefind's own files (.pagefind, .pf_index …) are compressed bytes that its script unpacks. */
function typeOf(file: string): string {
  const ending = extname(file);
  return types[ending] ?? getMimeType(file) ?? 'application/octet-stream';
}
