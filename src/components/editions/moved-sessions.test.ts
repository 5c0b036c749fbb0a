import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderEdition } from '../../testing/editions/render-edition.ts';

afterEach(() => vi.unstubAllEnvs());

const body = (props = '') => `<Item id="hui" title="Come" action="save-the-date">

<Event id="drop-in" title="Drop-in" audience="Schools" mode="online" sameContent="no">

<Session id="first" start="2026-05-20T11:00" end="2026-05-20T11:45" ${props}/>

</Event>

</Item>`;

describe('an edition with a session that was moved', () => {
  it('says so at its top and at the session, and that it was updated', async () => {
    const { page, words, bulletin, differences } = await renderEdition(
      body('moved="2026-05-12" '),
      '2026-05-13',
    );
    expect(words).toContain('Published 8 May 2026 . Updated 12 May 2026');
    expect(words).toContain(
      'Session moved on 12 May 2026 Drop-in is now at 11am to 11:45am, Wednesday 20 May 2026.',
    );
    expect(page).toContain('href="#drop-in-first"');
    expect(words).toContain('Moved to this time on 12 May 2026');
    expect(bulletin.text).toContain('Moved to this time on 12 May 2026');
    expect(differences()).toEqual([]);
  });

  it('says nothing of the kind where none was', async () => {
    const { words } = await renderEdition(body(), '2026-05-13');
    expect(words).toContain('Published 8 May 2026');
    expect(words).not.toMatch(/Updated|moved/i);
  });
});
