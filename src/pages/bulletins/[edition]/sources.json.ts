import type { APIRoute } from 'astro';
import { mailingSources } from '../../../content/views/mailing-sources.ts';
import { mailingsOf } from '../../../content/views/mailings.ts';
import { siteContent } from '../../../content/site-content.ts';
import { siteSettings } from '../../../settings/site-settings.ts';

export const getStaticPaths = async () =>
  mailingsOf(await siteContent()).map(({ id }) => ({ params: { edition: id } }));

export const GET: APIRoute = async ({ params }) => {
  const folder = siteSettings().content;
  const sums = mailingSources(params['edition'] ?? '', await siteContent(), folder);
  return new Response(`${JSON.stringify(sums, undefined, 2)}\n`);
};
