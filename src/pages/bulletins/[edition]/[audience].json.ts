import type { APIRoute } from 'astro';
import { renderSiteBulletin } from '../../../../emails/site-bulletins.ts';

export { bulletinPaths as getStaticPaths } from '../../../../emails/site-bulletins.ts';

export const GET: APIRoute = async ({ params }) => {
  const { bulletin } = await renderSiteBulletin(params);
  return new Response(`${JSON.stringify(bulletin, undefined, 2)}\n`);
};
