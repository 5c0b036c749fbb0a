import { type Rendered, renderBulletin } from './render.ts';
import { render as renderDocument } from '../src/rendering/render-entry.ts';
import { mailingById, mailingsOf } from '../src/content/views/mailings.ts';
import { siteContent } from '../src/content/site-content.ts';
import { audience } from '../src/schemas/audience.ts';
import { siteSettings } from '../src/settings/site-settings.ts';
import { audienceIds } from '../src/publication/site.ts';

/** Everything mailed and each audience that gets it, as the parameters of a route. */
export async function bulletinPaths() {
  return mailingsOf(await siteContent()).flatMap(({ id, bulletins }) =>
    audienceIds()
      .filter((name) => bulletins[name])
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
  const mailing = mailingById(content, params['edition'] ?? '');
  const key = `${mailing.id}/${name}`;
  const collection = mailing.kind === 'edition' ? 'newsletters' : 'corrections';
  const { Content } = await renderDocument({ collection, id: mailing.id });
  const render = () => renderBulletin(mailing, Content, name, content, siteSettings().siteUrl);
  if (import.meta.env.DEV) return render();
  const bulletin = rendered.get(key) ?? render();
  rendered.set(key, bulletin);
  return bulletin;
}
