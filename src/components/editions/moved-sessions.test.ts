import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, it } from 'vitest';
import { renderBulletin } from '../../../emails/render.ts';
import { checkParity } from '../../checks/parity/check-parity.ts';
import { documentById } from '../../content/content.ts';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { editionMailing } from '../../content/views/mailings.ts';
import { readContent } from '../../content/reading/read-content.ts';
import { contentOf } from '../../testing/content/content-of.ts';
import { useContent } from '../../testing/content/use-content.ts';
import Edition from '../../layouts/Edition.astro';

const origin = 'https://a.example';

const body = (props = '') => `<Item id="hui" title="Come" action="save-the-date">

<Event id="drop-in" title="Drop-in" audience="Schools" mode="online" sameContent="no">

<Session id="first" start="2026-05-20T11:00" end="2026-05-20T11:45" ${props}/>

</Event>

</Item>`;

async function render(text: string) {
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition(text) });
  const content = await readContent(folder);
  useContent(content);
  const newsletter = documentById(content.newsletters, '2026-05-08');
  const container = await AstroContainer.create({ astroConfig: { site: origin } });
  const Content = contentOf(newsletter.body);
  const props = { edition: newsletter, Content, audience: 'schools', content };
  const page = await container.renderToString(Edition, { props });
  const mailing = editionMailing(newsletter);
  const { bulletin } = await renderBulletin(
    mailing,
    contentOf(mailing.body),
    'schools',
    content,
    origin,
  );
  const words = page
    .replaceAll(/<span class="whole">([^<]*)<\/span>/g, '$1')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  return { page, words, bulletin, differences: checkParity(page, bulletin, mailing, content) };
}

describe('an edition with a session that was moved', () => {
  it('says so at its top and at the session, and that it was updated', async () => {
    const { page, words, bulletin, differences } = await render(body('moved="2026-05-12" '));
    expect(words).toContain('Published 8 May 2026 . Updated 12 May 2026');
    expect(words).toContain(
      'Session moved on 12 May 2026 Drop-in is now at 11am to 11:45am, Wednesday 20 May 2026.',
    );
    expect(page).toContain('href="#drop-in-first"');
    expect(words).toContain('Moved to this time on 12 May 2026');
    expect(bulletin.text).toContain('Moved to this time on 12 May 2026');
    expect(differences).toEqual([]);
  });

  it('says nothing of the kind where none was', async () => {
    const { words } = await render(body());
    expect(words).toContain('Published 8 May 2026');
    expect(words).not.toMatch(/Updated|moved/i);
  });
});
