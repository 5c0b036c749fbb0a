import { defineMiddleware } from 'astro:middleware';
import { markReo } from './content/mark-reo.ts';
import { siteContent } from './content/site-content.ts';

/** Marks te reo Māori in every page, whatever part of it prints the words. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const { kupu } = await siteContent();
  return new Response(markReo(await response.text(), kupu.phrases), response);
});
