import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { vi } from 'vitest';
import { renderBulletin } from '../../../emails/render.ts';
import { checkParity } from '../../checks/parity/check-parity.ts';
import { documentById } from '../../content/content.ts';
import { readContent } from '../../content/reading/read-content.ts';
import { editionMailing } from '../../content/views/mailings.ts';
import Edition from '../../layouts/Edition.astro';
import { contentOf } from '../content/content-of.ts';
import { useContent } from '../content/use-content.ts';
import { edition, type Files, writeContent } from '../content/write-content.ts';

const origin = 'https://a.example';

/**
 * The edition of 8 May 2026 with `text` in it, for schools: its page as it is built on a day, and its bulletin.
 * Call `vi.unstubAllEnvs()` afterwards.
 * @param today YYYY-MM-DD
 */
export async function renderEdition(text: string, today: string, files: Files = {}) {
  vi.stubEnv('PANUI_NOW', `${today}T12:00:00+12:00`);
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition(text), ...files });
  const content = await readContent(folder);
  useContent(content);
  const newsletter = documentById(content.newsletters, '2026-05-08');
  const container = await AstroContainer.create({ astroConfig: { site: origin } });
  const props = {
    edition: newsletter,
    Content: contentOf(newsletter.body),
    audience: 'schools',
    content,
  };
  const page = await container.renderToString(Edition, { props });
  const mailing = editionMailing(newsletter);
  const Content = contentOf(mailing.body);
  const { bulletin } = await renderBulletin(mailing, Content, 'schools', content, origin);
  const words = page
    .replaceAll(/<span class="whole">([^<]*)<\/span>/g, '$1')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const differences = (day = today, sent = bulletin, shown = page) =>
    checkParity(shown, sent, mailing, content, day);
  return { page, words, bulletin, differences };
}
