import { renderBulletin, type Rendered } from '../../../emails/render.ts';
import { readContent } from '../../content/reading/read-content.ts';
import { mailingById } from '../../content/views/mailings.ts';
import { audience as audienceSchema } from '../../schemas/audience.ts';
import { readSettings } from '../../settings/settings.ts';
import { contentOf } from '../content/content-of.ts';

/* What the measurement of bulletins loads through Vite, because it holds Astro components. */

/** Reads the sample content, and gives what renders one bulletin of it. */
export async function bulletinToRender(
  edition: string,
  audience: string,
): Promise<() => Promise<Rendered>> {
  const { content: folder, siteUrl } = readSettings({});
  const content = await readContent(folder);
  const mailing = mailingById(content, edition);
  const Content = contentOf(mailing.body);
  return () => renderBulletin(mailing, Content, audienceSchema.parse(audience), content, siteUrl);
}
