import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContent } from '../../content/site-content.ts';
import { type PublishedFile, publishedFiles } from '../../content/views/published-files.ts';

export const getStaticPaths = (async () =>
  publishedFiles(await siteContent()).map((file) => ({
    params: { file: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: PublishedFile }> = async ({ props }) =>
  new Response(new Uint8Array(await props.file.read()));
