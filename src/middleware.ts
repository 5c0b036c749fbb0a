import { defineMiddleware } from 'astro:middleware';
import { markDrafts } from './content/views/mark-drafts.ts';
import { markReo } from './content/mark-reo.ts';
import { siteContent } from './content/site-content.ts';
import { tellPage } from './hosting/built-pages.ts';

/** Marks te reo Māori and links to drafts in every page, whatever part of it prints the words, and tells a build of it. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const content = await siteContent();
  const html = await response.text();
  tellPage(url.pathname, html);
  return new Response(
    markDrafts(markReo(html, content.kupu.phrases), url.pathname, content),
    response,
  );
});
