import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatchCounts } from '../../../delivery/ledger/dispatch-counts.ts';
import { findDispatch } from '../../../delivery/ledger/dispatch.ts';
import { describeAct } from '../../../delivery/trail/describe-act.ts';
import { actsOf } from '../../../delivery/trail/read-trail.ts';
import { BadInput } from '../../../problems/problem.ts';
import { type MailDesk, mailDesk, wordsOf } from '../../../testing/desk/mail-desk.ts';
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
const dispatch = () => at.look((store) => findDispatch(store, '2026-05-08', 'providers'));
const acts = () => at.look((store) => actsOf(store).map((act) => describeAct(act)));

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

  it('goes on after a pause in the middle, and gives nobody a second message', async () => {
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
      'without a number',
      async () => {
        await approve();
        return send({ expect: 'all' });
      },
      'Expected a number of people. Found “all”.',
    ],
    [
      'at a time that is none',
      async () => {
        await approve();
        return send({ when: 'later', day: '2026-05-08', time: '' });
      },
      'Choose a day, and write a time.',
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
