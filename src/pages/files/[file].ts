import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContent } from '../../content/site-content.ts';

export const getStaticPaths = (async () => {
  const { files } = await siteContent();
  return [...files.values()].map(({ name, file }) => ({ params: { file: name }, props: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(await readFile(props.file));
