import type { APIRoute } from 'astro';
import { calendars } from '../../calendar/calendars.ts';
import { siteContent } from '../../content/site-content.ts';
import { siteSettings } from '../../settings/site-settings.ts';

/** Every calendar file, at `/calendar/….ics`. */
export async function getStaticPaths() {
  const files = calendars(await siteContent(), siteSettings().siteUrl);
  return [...files].map(([address, file]) => ({
    params: { path: address.slice('/calendar/'.length, -'.ics'.length) },
    props: { file },
  }));
}

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(props.file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
