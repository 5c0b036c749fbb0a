import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { claimMail, mailDone } from '../delivery/signing-up/due-mails.ts';
import { findSignUp } from '../delivery/signing-up/sign-up.ts';
import { showPerson } from '../delivery/people/show-person.ts';
import { unsubscribe } from '../delivery/people/unsubscribe.ts';
import type { Store } from '../delivery/store/store.ts';
import { publication, usePublication } from '../publication/site.ts';
import { openTestStore } from '../testing/postgres/open-test-store.ts';
import { addPeople, emptyFolder } from '../testing/sending/test-run.ts';
import { listen, type Listening } from './http/listen.ts';
import { createService } from './service.ts';
import { storeHere } from './store/service-store.ts';
import { threadedStore } from './store/threaded-store.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
const before = publication();
let folder: string;
let store: Store;
let service: Listening;

beforeEach(async () => {
  usePublication({ ...before, audiences: before.audiences.map((a) => ({ ...a, public: true })) });
  folder = emptyFolder();
  store = openTestStore(folder);
  service = await listen(
    createService({
      out: folder,
      store: storeHere(store),
      now: () => now,
      trustedProxies: ['127.0.0.1', '::1'],
    }),
    0,
  );
});
afterEach(async () => {
  await service.close();
  store.close();
  usePublication(before);
});

let visitor = 0;
/** Each from another address, unless told. */
const post = (
  path: string,
  fields: string,
  from = `203.0.${(visitor += 1) >> 8}.${visitor & 255}`,
  origin = service.url,
) =>
  fetch(origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'X-Forwarded-For': from },
  });
const signUp = (
  email: string,
  more = '&lists=schools&wants=every',
  from?: string,
  origin?: string,
) => post('/sign-up', `email=${encodeURIComponent(email)}${more}`, from, origin);
const tokenOf = (address: string) => findSignUp(store, 'address', address)?.token ?? '';
const count = (table: string) =>
  store.rows(z.object({ n: z.int() }), `SELECT count(*) AS n FROM ${table}`)[0]?.n;

describe('the page to sign up', () => {
  it('asks for an address and a choice, without script, and links from nowhere to a person', async () => {
    const answer = await fetch(`${service.url}/sign-up`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).not.toContain('<script');
    expect(html).toContain('I agree that the Ministry of Education emails me');
    expect(html).toContain('name="lists"');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('says the same of everybody, whoever they are to us', async () => {
    addPeople(store, 4);
    const tokens = store.rows(z.object({ token: z.string() }), 'SELECT token FROM subscriptions');
    unsubscribe(store, tokens[0]?.token ?? '', 'web page', now);
    store.change(`UPDATE subscriptions SET status = 'complained' WHERE subscriber = 2`);
    store.change(`UPDATE subscriptions SET status = 'bounced' WHERE subscriber = 3`);
    const pages = new Set<string>();
    for (const one of ['new', 'p1', 'p2', 'p3', 'p4', 'p4']) {
      const answer = await signUp(`${one}@kura.example`, '&lists=providers');
      pages.add(`${answer.status} ${await answer.text()}`);
    }
    expect(pages.size).toBe(1);
    expect(count('sign_ups')).toBe(5);
  });

  it('says what is wrong with what was entered, and keeps what was right', async () => {
    const answer = await signUp('kōwhai@kura.example', '&wants=action');
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('a letter with a macron or accent before the @');
    expect(html).toContain('Choose at least one group');
    expect(html).toContain('value="kōwhai@kura.example"');
    expect(html).toMatch(/value="action"\s+checked/);
    expect(await (await signUp('"><script>x</script>')).text()).not.toContain('<script>');
    expect(count('sign_ups')).toBe(0);
  });

  it('keeps nothing of a program that fills in what people do not see, and does not tell it', async () => {
    const human = await (await signUp('a@kura.example')).text();
    const answer = await signUp('b@kura.example', '&lists=schools&website=https://spam.example');
    expect([answer.status, await answer.text()]).toEqual([200, human]);
    expect(count('sign_ups')).toBe(1);
  });

  it('refuses one visitor who signs up on and on, and nobody else', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 62; at += 1) {
      statuses.push((await signUp(`x${at}@kura.example`, '&lists=schools', '198.51.100.7')).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.slice(60)).toEqual([429, 429]);
    expect((await fetch(`${service.url}/sign-up`)).status).toBe(200);
    expect((await signUp('other@kura.example')).status).toBe(200);
  });

  it('is not there where no list is public', async () => {
    const audiences = before.audiences.map((one) => ({ ...one, public: false }));
    usePublication({ ...before, audiences });
    for (const answer of [await fetch(`${service.url}/sign-up`), await signUp('a@kura.example')]) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Nobody can sign up here');
    }
    expect(count('sign_ups')).toBe(0);
  });
});

describe('the link of the mail', () => {
  it('changes nothing until its button is pressed, and works once', async () => {
    await signUp('a@kura.example');
    const path = `/sign-up/${tokenOf('a@kura.example')}`;
    const page = await fetch(service.url + path);
    expect(await page.text()).toContain('Agree, and start sending them');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(count('subscriptions')).toBe(0);
    expect(await (await post(path, 'wants=every')).text()).toContain('Choose at least one group');
    const done = await (await post(path, 'lists=schools&lists=providers&wants=action')).text();
    expect(done).toContain('You are on the list');
    const { lists } = showPerson(store, 'a@kura.example');
    expect(lists.map(({ list, status, wants }) => [list, status, wants])).toEqual([
      ['providers', 'subscribed', 'action'],
      ['schools', 'subscribed', 'action'],
    ]);
    const again = await post(path, 'lists=schools&wants=every');
    expect(await again.text()).toContain('You confirmed this already');
    expect(count('consents')).toBe(2);
  });

  it('is refused where it is forged or altered', async () => {
    await signUp('a@kura.example');
    const token = tokenOf('a@kura.example');
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const one of [altered, 'AAAAAAAAAAAAAAAAAAAAAA', "' OR 1=1 --", `${token}=`]) {
      const answer = await post(`/sign-up/${encodeURIComponent(one)}`, 'lists=schools');
      expect([answer.status, await answer.text()]).toEqual([
        404,
        expect.stringContaining('We do not know this link'),
      ]);
    }
    expect(count('subscriptions')).toBe(0);
  });
});

it('loses nobody in a flood, and mails nobody more than once', async () => {
  const people = Array.from({ length: 30 }, (_, at) => `f${at}@kura.example`);
  // However busy the machine is that runs the tests.
  const threads = threadedStore({ data: folder }, 25_000);
  const flooded = await listen(
    createService({
      out: folder,
      store: threads,
      now: () => now,
      trustedProxies: ['127.0.0.1', '::1'],
    }),
    0,
  );
  const all = [...people, ...people, ...people];
  const answers = await Promise.all(
    all.map((one) => signUp(one, '&lists=schools', undefined, flooded.url)),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  await flooded.close();
  await threads.close();
  const mailed: string[] = [];
  for (;;) {
    const claim = claimMail(store, now, () => 0);
    if (claim.kind !== 'mail') break;
    mailed.push(claim.mail.address);
    mailDone(store, claim.mail.key, now);
  }
  expect(mailed.toSorted()).toEqual(people.toSorted());
});
