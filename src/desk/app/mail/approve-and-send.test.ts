import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatchCounts } from '../../../delivery/ledger/dispatch-counts.ts';
import { findDispatch } from '../../../delivery/ledger/dispatch.ts';
import { describeAct } from '../../../delivery/trail/describe-act.ts';
import { actsOf } from '../../../delivery/trail/read-trail.ts';
import { BadInput } from '../../../problems/problem.ts';
import { editionPath, type MailDesk, mailDesk, wordsOf } from '../../../testing/desk/mail-desk.ts';
import { readSource } from '../../documents/read-source.ts';
import { saveChange } from '../../history/save-change.ts';
import { fakeFetch } from '../../../testing/sending/fake-fetch.ts';
import { fakeProvider, type FakeProvider } from '../../../testing/sending/fake-provider.ts';

const hub = '/desk/mail/2026-05-08/providers/';
const notSetUp = new BadInput([
  {
    file: 'sending',
    expected: 'a way',
    found: 'none',
    remedy: 'Ask whoever looks after Pānui to set it up.',
  },
]);
let at: MailDesk;
let provider: FakeProvider;

async function open(options: Parameters<typeof mailDesk>[0] = {}): Promise<void> {
  at = await mailDesk(options);
  provider = fakeProvider({ now: () => at.clock.now().getTime() });
  vi.stubGlobal('fetch', fakeFetch(provider));
}
beforeEach(() => open());
afterEach(() => vi.unstubAllGlobals());

const approve = async () => at.post(`${hub}approve/`, { hash: await at.build() }, 'Wiremu');
const send = (more: Record<string, string> = {}, person?: string) =>
  at.post(`${hub}send/`, { when: 'now', expect: '3', ...more }, person);
const approvePage = `${hub}approve/`;
const approveBytes = (hash: string, person?: string) => at.post(approvePage, { hash }, person);
const dispatch = () => at.look((store) => findDispatch(store, '2026-05-08', 'providers'));
const acts = () => at.look((store) => actsOf(store).map((act) => describeAct(act)));

describe('approving at the desk', () => {
  it('shows what it covers, binds a name to it, and keeps that in the trail', async () => {
    const hash = await at.build();
    const before = await wordsOf(at.get(approvePage));
    expect(before).toContain('Pānui: invoices due 15 May');
    expect(before).toContain(`3 on the list today`);
    expect(before).toContain('When a single byte changes, the approval lapses by itself');
    expect(before).toContain(editionPath);
    const answer = await approveBytes(hash);
    expect(answer.headers.get('location')).toBe('/desk/mail/2026-05-08/providers/?done=approved');
    expect(await acts()).toEqual([
      `Hana approved 2026-05-08 for providers. Hash ${hash.slice(0, 12)}.`,
    ]);
    expect(await wordsOf(at.get('/desk/trail/'))).toContain('Hana approved 2026-05-08');
    expect(await wordsOf(at.get('/desk/mail/'))).toContain('Providers , 2026-05-08 Approved');
  });

  it('lapses when a byte changes, and shows what changed since, word by word', async () => {
    await approveBytes(await at.build());
    await at.build({
      text: 'Kia ora koutou.\n\nSend it by 16 May.\n',
      subject: 'Invoices due 16 May',
    });
    const words = await wordsOf(at.get(approvePage));
    expect(words).toContain('It was approved before, and has changed since: subject, text.');
    expect(words).toContain('put in: 16');
    expect(await wordsOf(at.get('/desk/mail/'))).toContain('Not approved yet');
  });

  it('refuses the bytes that somebody read before they changed', async () => {
    const hash = await at.build();
    await at.build({ subject: 'Another subject' });
    const answer = await approveBytes(hash);
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
    expect(await wordsOf(at.get(approvePage))).toContain(
      'Its text was changed since it was published',
    );
    // A build also leaves the sums of everything that it read.
    await writeFile(join(at.out, 'sources.json'), JSON.stringify({ [editionPath]: 'another' }));
    const answer = await approveBytes(hash);
    expect(answer.status).toBe(422);
    expect(await wordsOf(answer)).toContain('Publish the site, read the bulletin again');
    expect(await acts()).toEqual([]);
  });

  it('asks who it is first, and takes nothing from another page', async () => {
    const hash = await at.build();
    const nobody = await approveBytes(hash, '');
    expect(nobody.headers.get('location')).toBe(`/desk/name/?next=${approvePage}`);
    const forged = await at.ask(approvePage, {
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
    expect(await wordsOf(at.get(approvePage))).toContain('Written last by Hana, at 10am');
    expect(await wordsOf(at.get(approvePage))).toContain('who wrote last cannot approve alone');
    const own = await approveBytes(hash, 'hana');
    expect(own.status).toBe(422);
    expect(await wordsOf(own)).toContain('Expected somebody else than who changed it last');
    expect((await approveBytes(hash, 'Wiremu')).status).toBe(303);
    expect((await approveBytes(hash, 'Hana')).status).toBe(303);
    expect(await acts()).toHaveLength(2);
  });

  it('may where they do not', async () => {
    const hash = await writtenByHana('');
    expect((await approveBytes(hash)).status).toBe(303);
  });
});

describe('sending from the desk', () => {
  it('says who gets what, how many and who is left out, and sends each message once', async () => {
    await approve();
    await at.look((store) =>
      store.change("UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber = 3"),
    );
    const words = await wordsOf(at.get(`${hub}send/`));
    expect(words).toContain('2 people on the list of Attendance service providers get one message');
    expect(words).toContain('1 who unsubscribed');
    expect(words).toContain('Approved by Wiremu');
    expect(words).not.toContain('speaks against it');
    const answer = await send({ expect: '2' });
    expect(answer.headers.get('location')).toBe(`${hub}?done=sent`);
    expect(provider.taken).toEqual([]);
    expect(at.started()).toBe(1);
    await at.carry();
    expect(provider.taken.map(({ to }) => to).toSorted()).toEqual([
      'p1@kura.example',
      'p2@kura.example',
    ]);
    expect(await wordsOf(at.get(hub))).toContain('2 of 2 are settled: 2 accepted by the provider.');
    expect((await acts())[0]).toBe(
      'Hana started sending 2026-05-08 for providers. To 2 subscribers.',
    );
  });

  it('waits for its time, and says which days are holidays', async () => {
    await approve();
    const words = await wordsOf(at.get(`${hub}send/`));
    expect(words).toContain('Monday 1 June 2026: a public holiday: King’s Birthday');
    const answer = await send({ when: 'later', day: '2026-05-08', time: '10:02' });
    expect(answer.headers.get('location')).toBe(`${hub}?done=scheduled`);
    expect((await dispatch())?.sendAt).toBe('2026-05-07T22:02:00.000Z');
    expect(await wordsOf(at.get(hub))).toContain(
      'It goes out at 10:02am on Friday 8 May 2026, to 3 people',
    );
    await at.carry();
    expect(provider.taken).toHaveLength(3);
    expect(at.clock.now().toISOString() >= '2026-05-07T22:02').toBe(true);
  });

  it('pauses, goes on, and ends for good, each in a name', async () => {
    await approve();
    await send({ when: 'later', day: '2026-05-08', time: '10:02' });
    await at.post(`${hub}pause/`, {}, 'Mere');
    expect(await wordsOf(at.get(hub))).toContain('Paused by Mere.');
    await at.post(`${hub}resume/`, {}, 'Hana');
    expect((await dispatch())?.status).toBe('frozen');
    await at.post(`${hub}cancel/`, {}, 'Mere');
    expect(await wordsOf(at.get(hub))).toContain('was cancelled before anything had left');
    expect((await acts()).slice(0, 3)).toEqual([
      'Mere cancelled 2026-05-08 for providers.',
      'Hana let go on 2026-05-08 for providers.',
      'Mere paused 2026-05-08 for providers.',
    ]);
    await at.carry();
    expect(provider.taken).toEqual([]);
  });

  it('does not let go on what went out, so that nobody gets a second message', async () => {
    await approve();
    await send();
    await at.carry();
    const { id } = (await dispatch()) ?? { id: 0 };
    expect((await at.look((store) => dispatchCounts(store, id))).accepted).toBe(3);
    expect((await at.post(`${hub}resume/`, {})).status).toBe(422);
    expect(provider.taken).toHaveLength(3);
  });
});

describe('nothing is sent from the desk', () => {
  const refusals: [string, () => Promise<Response>, string][] = [
    ['without an approval', () => send(), 'Expected an approval of exactly these bytes'],
    [
      'of what changed since it was approved',
      async () => {
        await approve();
        await at.build({ subject: 'Another subject' });
        return send();
      },
      'Found one from before it changed: subject',
    ],
    [
      'to another number of people than somebody typed',
      async () => {
        await approve();
        return send({ expect: '4' });
      },
      'Expected 4 subscribers. Found 3. If 3 is right, type 3.',
    ],
    [
      'without a number and at a time that is none, both said at once',
      async () => {
        await approve();
        return send({ expect: 'all', when: 'later', day: '2026-05-08', time: '' });
      },
      'Found “all”. Type how many people you expect to get it. the time to begin Expected a day and a time.',
    ],
    [
      'outside the sending hours, unless somebody says that it may',
      async () => {
        await approve();
        return send({ when: 'later', day: '2026-05-09', time: '10:00' });
      },
      'tick that it may go outside them.',
    ],
    [
      'where there is no way to the provider',
      async () => {
        await approve();
        at.desk.post = { ...at.desk.post, transport: () => Promise.reject(notSetUp) };
        return send();
      },
      'Ask whoever looks after Pānui to set it up',
    ],
  ];

  it.each(refusals)('%s', async (_, work, expected) => {
    const answer = await work();
    expect(answer.status).toBe(422);
    expect(await wordsOf(answer)).toContain(expected);
    expect(await dispatch()).toBeUndefined();
    expect([at.started(), provider.taken]).toEqual([0, []]);
  });

  it('by a page of somebody else, or by somebody who gave no name', async () => {
    await approve();
    const forged = await at.ask(`${hub}send/`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site', Cookie: 'panui-desk-name=Hana' },
      body: new URLSearchParams({ when: 'now', expect: '3' }),
    });
    expect(forged.status).toBe(403);
    expect((await send({}, '')).headers.get('location')).toBe(`/desk/name/?next=${hub}send/`);
    expect(await dispatch()).toBeUndefined();
  });

  it('twice: of two people at the same moment one starts it, and the other is told who did', async () => {
    await approve();
    const answers = await Promise.all([send({}, 'Hana'), send({}, 'Mere')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const late = await wordsOf(send({}, 'Tama'));
    expect(late).toMatch(
      /one to 3 subscribers that (Hana|Mere) started at 10am, Friday 8 May 2026/,
    );
    expect(late).toContain('Nothing was started twice.');
    await at.carry();
    expect(provider.taken).toHaveLength(3);
    expect((await acts()).filter((one) => one.includes('started sending'))).toHaveLength(1);
  });
});

describe('a test and a rehearsal', () => {
  it('sends a test to one address, and keeps no address of it', async () => {
    const answer = await at.post(`${hub}test/`, { to: 'hana@ministry.example' });
    expect(answer.headers.get('location')).toBe(`${hub}?done=tested`);
    expect(provider.taken).toMatchObject([{ to: 'hana@ministry.example' }]);
    expect(await acts()).toEqual(['Hana sent a test of 2026-05-08 for providers.']);
    const wrong = await at.post(`${hub}test/`, { to: 'nobody' });
    expect(wrong.status).toBe(422);
  });

  it('shows every message as it would go out, each with its own way to leave', async () => {
    await at.post(`${hub}rehearse/`, {});
    expect(await wordsOf(at.get(hub))).toContain('3 messages were written');
    expect(await wordsOf(at.get(`${hub}messages/`))).toContain('p2@kura.example');
    const message = await wordsOf(at.get(`${hub}messages/2/`));
    expect(message).toMatch(/To p2@kura\.example .* List-Unsubscribe .*https:\/\/news\.example/);
    const part = await at.get(`${hub}messages/2/html`);
    expect(part.headers.get('content-security-policy')).toContain('sandbox');
    expect(await part.text()).toContain('Kia ora koutou, ngā mihi');
    expect((await at.get(`${hub}messages/4/`)).status).toBe(404);
    expect(provider.taken).toEqual([]);
  });
});
