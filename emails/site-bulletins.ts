import { type Rendered, renderBulletin } from './render.ts';
import { documentById } from '../src/content/content.ts';
import { siteContent } from '../src/content/site-content.ts';
import { audience } from '../src/schemas/fields.ts';
import { readSettings } from '../src/settings.ts';
import { audienceIds } from '../src/site.ts';

/** Every edition and audience that has a bulletin, as the parameters of a route. */
export async function bulletinPaths() {
  const { newsletters } = await siteContent();
  return newsletters.flatMap(({ id, data }) =>
    audienceIds
      .filter((name) => data.bulletins[name])
      .map((name) => ({ params: { edition: id, audience: name } })),
  );
}

const rendered = new Map<string, Promise<Rendered>>();

/** One bulletin of the site, rendered once though several files are made of it. */
export async function renderSiteBulletin(
  params: Record<string, string | undefined>,
): Promise<Rendered> {
  const content = await siteContent();
  const name = audience.parse(params['audience']);
  const edition = documentById(content.newsletters, params['edition'] ?? '');
  const key = `${edition.id}/${name}`;
  const render = () => renderBulletin(edition, name, content, readSettings().siteUrl);
  if (import.meta.env.DEV) return render();
  const bulletin = rendered.get(key) ?? render();
  rendered.set(key, bulletin);
  return bulletin;
}
