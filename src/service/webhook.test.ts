import { openTestStore } from '../testing/postgres/open-test-store.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, frozenDispatch } from '../testing/sending/test-run.ts';
import {
  examplePayload,
  exampleSecret,
  signatureOf,
  type ExampleEvent,
} from '../testing/sending/example-event.ts';
import { showPerson } from '../delivery/people/show-person.ts';
import type { Store } from '../delivery/store/store.ts';
import { resendWebhooks } from '../delivery/transports/resend.ts';
import { createApp } from './app.ts';
import { createService } from './service.ts';
import { storeHere } from './store/service-store.ts';
import { listen, type Listening } from './http/listen.ts';

let store: Store;
let service: Listening;
let errors: string[];
beforeEach(async () => {
  store = openTestStore(emptyFolder());
  await frozenDispatch(store, 2, new Date());
  errors = [];
  const app = createService({
    out: '.',
    store: storeHere(store),
    now: () => new Date(),
    verify: resendWebhooks(exampleSecret),
    report: ({ message }) => void errors.push(message),
  });
  service = await listen(app, 0);
});
afterEach(async () => {
  await service.close();
  store.close();
});

const bodyOf = (event: Partial<ExampleEvent> = {}) =>
  JSON.stringify(
    examplePayload({ type: 'email.delivered', delivery: '1-1', to: 'p1@kura.example', ...event }),
  );
const post = async (body: string, headers: Record<string, string>) => {
  const answer = await fetch(`${service.url}/webhooks/resend`, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
};
const reports = () => showPerson(store, 'p1@kura.example').reports.length;
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe('the address for reports', () => {
  it('takes a report that Resend signed, once', async () => {
    const body = bodyOf();
    const headers = signatureOf(body, 'msg_1', new Date());
    expect(await post(body, headers)).toEqual({ status: 200, text: 'Written down.\n' });
    expect(await post(body, headers)).toEqual({ status: 200, text: 'Written down.\n' });
    expect(await post(body, signatureOf(body, 'msg_1', minutes(2)))).toMatchObject({ status: 200 });
    expect(reports()).toBe(1);
    expect(showPerson(store, 'p1@kura.example').deliveries[0]?.delivery).toBe('delivered');
  });

  it('takes one of several signatures, as when the secret is being changed', async () => {
    const body = bodyOf();
    const { 'svix-signature': good, ...headers } = signatureOf(body, 'msg_1', new Date());
    const other = `v1,${Buffer.alloc(32).toString('base64')}`;
    const all = { ...headers, 'svix-signature': `v1a,x ${other} ${good}` };
    expect(await post(body, all)).toMatchObject({ status: 200 });
    expect(reports()).toBe(1);
  });

  const other = `whsec_${Buffer.from('a secret of somebody else').toString('base64')}`;
  const now = () => new Date();
  const signed = (body: string) => signatureOf(body, 'msg_1', now());
  it.each([
    ['signed by somebody else', 401, (body: string) => signatureOf(body, 'msg_1', now(), other)],
    ['signed over another body', 401, (body: string) => signed(`${body} `)],
    ['signed for another id', 401, (body: string) => ({ ...signed(body), 'svix-id': 'msg_2' })],
    ['six minutes old', 401, (body: string) => signatureOf(body, 'msg_1', minutes(-6))],
    ['from six minutes ahead', 401, (body: string) => signatureOf(body, 'msg_1', minutes(6))],
    ['signed with nonsense', 401, (body: string) => ({ ...signed(body), 'svix-signature': 'v1' })],
    ['of no time', 401, (body: string) => ({ ...signed(body), 'svix-timestamp': 'soon' })],
    ['not signed', 400, () => ({})],
    ['without an id', 400, (body: string) => ({ ...signed(body), 'svix-id': '' })],
    ['named by too much', 400, (body: string) => ({ ...signed(body), 'svix-id': 'm'.repeat(999) })],
  ])('refuses what is %s, with %i, and keeps nothing', async (_, status, headers) => {
    const body = bodyOf({ type: 'email.complained' });
    expect(await post(body, headers(body))).toMatchObject({ status });
    expect(reports()).toBe(0);
    expect(showPerson(store, 'p1@kura.example').lists[0]?.status).toBe('subscribed');
  });

  it('refuses a signed body that is no JSON', async () => {
    for (const body of ['', '{', 'email.sent']) {
      expect([200, 400, 401]).toContain((await post(body, signed(body))).status);
    }
    expect(reports()).toBe(0);
  });

  it('answers 200 to what is signed and not about our messages, so that it is not repeated', async () => {
    for (const event of [
      { delivery: '7-7' },
      { type: 'email.opened' },
      { type: 'domain.updated' },
    ]) {
      const body = bodyOf(event);
      expect(
        await post(body, signatureOf(body, JSON.stringify(event).replaceAll(/\W/g, ''), now())),
      ).toMatchObject({ status: 200 });
    }
    expect(reports()).toBe(0);
  });

  it('reads no more than a report can need', async () => {
    const body = JSON.stringify({ type: 'email.sent', padding: 'x'.repeat(300_000) });
    expect(await post(body, signed(body))).toMatchObject({ status: 413 });
  });

  it('can only be posted to', async () => {
    const answer = await fetch(`${service.url}/webhooks/resend`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes no reports without a secret, so that the provider tries again later', async () => {
    const app = createApp({ out: '.', store: storeHere(store), now });
    const answer = await app.request('/webhooks/resend', { method: 'POST', body: bodyOf() });
    expect(answer.status).toBe(503);
  });

  it('says 500 when it cannot be written down, so that it comes again, and tells no address', async () => {
    const body = bodyOf();
    store.change('DROP TABLE events');
    expect(await post(body, signed(body))).toMatchObject({ status: 500 });
    expect(errors).toEqual(['no such table: events']);
  });
});
