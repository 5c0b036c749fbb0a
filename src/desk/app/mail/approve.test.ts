import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeAct } from '../../../delivery/trail/describe-act.ts';
import { actsOf } from '../../../delivery/trail/read-trail.ts';
import { saveChange } from '../../history/save-change.ts';
import { readSource } from '../../documents/read-source.ts';
import { editionPath, type MailDesk, mailDesk, wordsOf } from '../../../testing/desk/mail-desk.ts';

const page = '/desk/mail/2026-05-08/providers/approve/';
let at: MailDesk;
beforeEach(async () => {
  at = await mailDesk();
});

const acts = () => at.look((store) => actsOf(store).map((act) => describeAct(act)));
const approve = (hash: string, person?: string) => at.post(page, { hash }, person);

describe('approving at the desk', () => {
  it('shows what it covers, binds a name to it, and keeps that in the trail', async () => {
    const hash = await at.build();
    const before = await wordsOf(at.get(page));
    expect(before).toContain('Pānui: invoices due 15 May');
    expect(before).toContain(`3 on the list today`);
    expect(before).toContain('When a single byte changes, the approval lapses by itself');
    expect(before).toContain(editionPath);
    const answer = await approve(hash);
    expect(answer.headers.get('location')).toBe('/desk/mail/2026-05-08/providers/?done=approved');
    expect(await acts()).toEqual([
      `Hana approved 2026-05-08 for providers. Hash ${hash.slice(0, 12)}.`,
    ]);
    expect(await wordsOf(at.get('/desk/trail/'))).toContain('Hana approved 2026-05-08');
    expect(await wordsOf(at.get('/desk/mail/'))).toContain('Providers , 2026-05-08 Approved');
  });

  it('lapses when a byte changes, and shows what changed since, word by word', async () => {
    await approve(await at.build());
    await at.build({
      text: 'Kia ora koutou.\n\nSend it by 16 May.\n',
      subject: 'Invoices due 16 May',
    });
    const words = await wordsOf(at.get(page));
    expect(words).toContain('It was approved before, and has changed since: subject, text.');
    expect(words).toContain('put in: 16');
    expect(await wordsOf(at.get('/desk/mail/'))).toContain('Not approved yet');
  });

  it('refuses the bytes that somebody read before they changed', async () => {
    const hash = await at.build();
    await at.build({ subject: 'Another subject' });
    const answer = await approve(hash);
    expect(answer.status).toBe(422);
    expect(await wordsOf(answer)).toContain('somebody changed it and published meanwhile');
    expect(await acts()).toEqual([]);
  });

  it('refuses what is not the text that is published, and says to publish', async () => {
    const hash = await at.build();
    await writeFile(
      join(at.folder, editionPath),
      `${await readFile(join(at.folder, editionPath), 'utf8')}More.\n`,
    );
    expect(await wordsOf(at.get(page))).toContain('Its text was changed since it was published');
    // A build also leaves the sums of everything that it read.
    await writeFile(join(at.out, 'sources.json'), JSON.stringify({ [editionPath]: 'another' }));
    const answer = await approve(hash);
    expect(answer.status).toBe(422);
    expect(await wordsOf(answer)).toContain('Publish the site, read the bulletin again');
    expect(await acts()).toEqual([]);
  });

  it('asks who it is first, and takes nothing from another page', async () => {
    const hash = await at.build();
    const nobody = await approve(hash, '');
    expect(nobody.headers.get('location')).toBe(`/desk/name/?next=${page}`);
    const forged = await at.ask(page, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site', Cookie: 'panui-desk-name=Hana' },
      body: new URLSearchParams({ hash }),
    });
    expect(forged.status).toBe(403);
    expect(await acts()).toEqual([]);
  });

  it('has no page for a bulletin or a list that is not there', async () => {
    expect((await at.get('/desk/mail/2026-05-08/nobody/approve/')).status).toBe(404);
    expect((await at.get('/desk/mail/2027-01-01/providers/approve/')).status).toBe(422);
  });
});

describe('who wrote last', () => {
  const rules = '\nrules:\n  approver: not-the-writer-alone\n';

  /** The edition as Hana saved it, at a publication with this rule. */
  async function writtenByHana(rule: string): Promise<string> {
    const site = await readFile(join(at.folder, 'site.yaml'), 'utf8');
    await writeFile(
      join(at.folder, 'site.yaml'),
      `${site.replace(/\n# What has to be so[\s\S]*/, '\n')}${rule}`,
    );
    const { content } = at.desk.settings();
    const { hash, original } = await readSource(content, editionPath);
    const order = { path: editionPath, hash, text: `${original}\nNgā mihi.\n` };
    await saveChange(at.desk.settings(), order, 'Hana');
    await at.desk.look();
    return at.build();
  }

  it('cannot approve alone where the rules say so, but may after somebody else', async () => {
    const hash = await writtenByHana(rules);
    expect(await wordsOf(at.get(page))).toContain('Written last by Hana, at 10am');
    expect(await wordsOf(at.get(page))).toContain('who wrote last cannot approve alone');
    const own = await approve(hash, 'hana');
    expect(own.status).toBe(422);
    expect(await wordsOf(own)).toContain('Expected somebody else than who changed it last');
    expect((await approve(hash, 'Wiremu')).status).toBe(303);
    expect((await approve(hash, 'Hana')).status).toBe(303);
    expect(await acts()).toHaveLength(2);
  });

  it('may where they do not', async () => {
    const hash = await writtenByHana('');
    expect((await approve(hash)).status).toBe(303);
  });
});
