import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sumOf } from '../../disk/read-file.ts';
import { type TestDesk, deskOf } from '../../testing/content/desk-of.ts';
import { edition, guidance } from '../../testing/content/write-content.ts';

const draft = edition('Ngā mihi.').replace('date: 2026-05-08', 'state: draft\ndate: 2026-06-12');
const promise = edition(
  'Kia ora.\n\n<ComingUp edition="2026-06-12">\n\n- News of kākāpō\n\n</ComingUp>',
);
let at: TestDesk;

beforeAll(async () => {
  at = await deskOf(
    {
      'newsletters/2026-05-08.mdx': promise,
      'newsletters/2026-06-12.mdx': draft,
      'guidance/old.mdx': guidance('It has been so for long.')
        .replace('title: Working with families', 'title: Te reo Māori at work')
        .replaceAll(/2027-05-03/g, '2026-06-01'),
      'guidance/broken.mdx': '---\ntitle: [\n---\n',
    },
    '2026-06-15T09:00:00+12:00',
  );
});

/** What a page says, without its tags. */
const wordsOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).text())
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the desk', () => {
  it('says of every document where it stands, and what needs somebody', async () => {
    await at.desk.checks(await at.desk.look());
    const words = await wordsOf(at.get('/desk/'));
    expect(words).toContain('guidance/broken.mdx Cannot be read');
    expect(words).toContain('Edition of 12 June 2026 Draft');
    expect(words).toContain('Working with families Ready');
    expect(words).toContain(
      'Te reo Māori at work Its review is overdue. Next review on 1 June 2026.',
    );
    expect(words).toContain('A case is missing It is open still. Last looked at on 7 May 2026.');
    expect(words).toMatch(/guidance\/broken\.mdx An error on line 2: Expected/);
    expect(words).toMatch(
      /Goes out next Friday 12 June 2026 3 days ago Edition of 12 June 2026 Draft/,
    );
    expect(words).toContain('Promised for the next edition News of kākāpō');
  });

  it('calls published what the site was built from, and says what was changed since', async () => {
    await mkdir(at.out, { recursive: true });
    const sums = {
      'releases/as-cms-may.mdx': await sumAt('releases/as-cms-may.mdx'),
      'guidance/families.mdx': sumOf(Buffer.from('another text')),
    };
    await writeFile(join(at.out, 'sources.json'), JSON.stringify(sums));
    const words = await wordsOf(at.get('/desk/'));
    expect(words).toContain('AS-CMS release of 7 May 2026 Published');
    expect(words).toContain('Working with families Ready Published, and changed since.');
  });

  it('finds documents by the start of any words, without their macrons', async () => {
    expect(await wordsOf(at.get('/desk/?q=maori+re'))).toMatch(
      /1 document for “maori re” 1 document found Te reo Māori at work/,
    );
    expect(await wordsOf(at.get('/desk/?q=draft'))).toContain('Edition of 12 June 2026');
    expect(await wordsOf(at.get('/desk/?q=zzz'))).toContain('No document for “zzz”');
  });

  it('escapes what it is asked', async () => {
    const page = await (await at.get('/desk/?q=%3Cscript%3E')).text();
    expect(page).toContain('for “&lt;script&gt;”');
    expect(page).not.toContain('<script>');
  });

  it('keeps the name of whoever works at a browser, and leads nowhere else', async () => {
    const answer = await at.post('/desk/name/', { name: 'Hana', next: 'https://evil.example/' });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^panui-desk-name=Hana;.*HttpOnly.*SameSite=Strict/,
    );
    expect(answer.headers.get('location')).toBe('/desk/');
    expect((await at.post('/desk/name/', { name: 'two\nlines' })).status).toBe(422);
  });
});

const sumAt = async (path: string) =>
  (await at.desk.look()).content.read.get(join(at.folder, path))?.sum ?? '';

describe('whoever is not at the desk', () => {
  const post = (headers: Record<string, string>) =>
    at.ask('/desk/name/', { method: 'POST', headers, body: new URLSearchParams({ name: 'Eve' }) });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
    ['a frame without an origin', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }],
    ['an old browser at another site', { Origin: 'https://evil.example' }],
    ['a program that says nothing', {}],
  ])('changes nothing: %s', async (_, headers) => {
    const answer = await post(headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.has('set-cookie')).toBe(false);
  });

  it('may be an old browser at the desk itself', async () => {
    expect((await post({ Origin: 'http://localhost:4321' })).status).toBe(303);
  });

  it('sees nothing by another name, nor from within another page', async () => {
    const answer = await at.desk.look().then(() => at.ask('/desk/'));
    expect(answer.status).toBe(200);
    const frame = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' };
    expect((await at.ask('/desk/', { headers: frame })).status).toBe(403);
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    expect((await at.ask('/desk/', { headers: link })).status).toBe(200);
  });

  it('is told by a policy without anything inline', async () => {
    const { headers } = await at.get('/desk/');
    expect(headers.get('content-security-policy')).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
