import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { edition, writeContent } from '../../../testing/content/write-content.ts';
import { browserFor, client, openidProvider } from '../../../testing/desk/openid-provider.ts';
import { readSettings, SettingsError } from '../../../settings/settings.ts';
import { mayChange } from '../../sign-in/rights.ts';
import { createDesk } from '../desk.ts';
import { createDeskApp } from '../desk-app.ts';

const deskUrl = 'https://desk.example';
const accounts = {
  hana: { name: 'Hana W.', groups: ['Comms writers'] },
  piripi: { name: 'Piripi T.', groups: ['Comms leads', 'Everybody'] },
  guest: { name: 'A Guest', groups: ['Everybody'] },
  nameless: { groups: ['Comms writers'] },
  ata: { name: 'Ata R.', email: 'Ata@ministry.example', email_verified: true },
  unsure: { name: 'Un Sure', email: 'ata@ministry.example', email_verified: false },
};
let service: Awaited<ReturnType<typeof openidProvider>>;
let folder: string;
const reported: string[] = [];

beforeAll(async () => {
  service = await openidProvider(deskUrl, accounts);
  folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition('Kia ora.') });
});
afterAll(() => service.close());

const environment = () => ({
  PANUI_CONTENT: folder,
  PANUI_DATA: join(folder, '..', `${basename(folder)}-data`),
  PANUI_OUT: join(folder, '..', `${basename(folder)}-dist`),
  PANUI_DESK_URL: deskUrl,
  PANUI_OIDC_ISSUER: service.issuer,
  PANUI_OIDC_CLIENT_ID: client.id,
  PANUI_OIDC_CLIENT_SECRET: client.secret,
  PANUI_DESK_AUTHORS: 'Comms writers',
  PANUI_DESK_APPROVERS: 'Comms leads',
  PANUI_DESK_ADMINISTRATORS: 'ata@ministry.example',
});

/** A desk with sign-in, and a browser for it. */
function atDesk(more: Record<string, string> = {}) {
  const desk = createDesk(
    () => readSettings({ ...environment(), ...more }),
    () => undefined,
  );
  const app = createDeskApp(desk, (error) => reported.push(error.message));
  const browser = () => browserFor(deskUrl, (request) => app.fetch(request));
  return { app, browser, ...browser() };
}

const wordsOf = async ({ response }: { response: Response }) =>
  (await response.text())
    .replace(/^[\s\S]*<body/, '<body')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('a desk with sign-in', () => {
  it('takes somebody to the service and back to the page that they wanted', async () => {
    const { signIn } = atDesk();
    const at = await signIn('hana', '/desk/?q=kia');
    expect(at.url.href).toBe(`${deskUrl}/desk/?q=kia`);
    expect(await wordsOf(at)).toContain('You are Hana W.');
  });

  it('asks a service that says in no token who somebody is', async () => {
    const other = await openidProvider(deskUrl, accounts, false);
    const { signIn } = atDesk({ PANUI_OIDC_ISSUER: other.issuer });
    expect(await wordsOf(await signIn('hana'))).toContain('You are Hana W.');
    other.close();
  });

  it('keeps a session in a cookie that no script, page or other host gets', async () => {
    const { visit, signIn, jarOf } = atDesk();
    const { response } = await visit('/desk/sign-in/');
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-panui-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await signIn('hana');
    expect([...jarOf(new URL(deskUrl)).keys()]).toEqual(['__Host-panui-desk']);
  });

  it('shows nothing and takes nothing before, whatever name a browser gives', async () => {
    const { app } = atDesk();
    const headers = { Cookie: 'panui-desk-name=Hana', 'Sec-Fetch-Site': 'same-origin' };
    for (const path of ['/desk/', '/desk/write/newsletters/2026-05-08.mdx', '/desk/mail/']) {
      const visited = await app.request(`${deskUrl}${path}`, {
        headers: { ...headers, 'Sec-Fetch-Dest': 'document' },
      });
      expect(visited.headers.get('location'), path).toMatch(/^\/desk\/sign-in\/\?next=%2Fdesk%2F/);
      for (const method of ['GET', 'POST'])
        expect((await app.request(`${deskUrl}${path}`, { method, headers })).status).toBe(401);
    }
    const styles = await app.request(`${deskUrl}/desk/assets/desk.css`, { headers });
    expect(styles.status).toBe(200);
  });

  it('lets each change what their role lets them, and says whom to ask for the rest', async () => {
    const { browser } = atDesk();
    const [hana, piripi, ata] = [browser(), browser(), browser()];
    for (const [one, login] of [
      [hana, 'hana'],
      [piripi, 'piripi'],
      [ata, 'ata'],
    ] as const)
      expect((await one.signIn(login)).response.status, login).toBe(200);
    const send = (one: typeof hana, path: string) =>
      one.visit(path, { method: 'POST', body: new URLSearchParams({}) });
    const refused = async (path: string) =>
      Promise.all(
        [hana, piripi, ata].map(async (one) => (await send(one, path)).response.status === 403),
      );
    expect(await refused('/desk/write/newsletters/none.mdx')).toEqual([false, true, false]);
    expect(await refused('/desk/mail/2026-05-08/providers/approve')).toEqual([true, false, false]);
    expect(await refused('/desk/mail/2026-05-08/providers/other')).toEqual([true, true, false]);
    expect(await refused('/desk/something-new')).toEqual([true, true, false]);
    expect(await wordsOf(await send(hana, '/desk/mail/2026-05-08/providers/approve'))).toMatch(
      /This is not for your role Nothing was changed\. Your groups let you write; this takes somebody who may approve and publish or do everything\./,
    );
  });

  it('lets nobody in who has no role, no name, or an address that nobody checked', async () => {
    const { browser } = atDesk();
    const refused = async (login: string) => wordsOf(await browser().signIn(login));
    expect(await refused('guest')).toContain(
      'A Guest, you are signed in, and have no role at the desk.',
    );
    expect(await refused('nameless')).toContain('does not say what you are called');
    expect(await refused('unsure')).toContain('have no role at the desk');
  });

  it('takes no answer twice, from another browser, or for another question', async () => {
    const { browser } = atDesk();
    const [one, thief] = [browser(), browser()];
    // Somebody begins, and stops where the service sends them back with a code.
    let back = '';
    const stopped = browserFor(deskUrl, (request) => {
      if (!request.url.includes('/sign-in/back'))
        return one.visit(request.url).then(({ response }) => response);
      back = request.url;
      return new Response('stopped');
    });
    await stopped.signIn('hana');
    expect(back).toMatch(/code=.*state=/);
    expect(await wordsOf(await thief.visit(back))).toContain('was begun in another browser');
    expect(await wordsOf(await one.visit(back.replace(/state=[^&]*/, 'state=forged')))).toContain(
      'The sign-in did not come to its end',
    );
    expect((await one.visit(back)).response.status).toBe(403);
  });

  it('signs out for good, and shows the way out of the service', async () => {
    const { signIn, visit, follow, jarOf } = atDesk();
    await signIn('hana');
    const jar = jarOf(new URL(deskUrl));
    const kept = jar.get('__Host-panui-desk') ?? '';
    const out = await follow('/desk/sign-in/out', { method: 'POST', body: new URLSearchParams() });
    const html = await out.response.text();
    expect(html).toContain(`${service.issuer}/session/end?`);
    expect(html).toContain('You are signed out of the desk');
    jar.set('__Host-panui-desk', kept);
    expect((await visit('/desk/')).response.headers.get('location')).toContain('/desk/sign-in/');
  });

  it('ends a session after an hour of rest, and after a working day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const { signIn, visit } = atDesk();
    await signIn('hana');
    const isIn = async () => (await visit('/desk/help')).response.status === 200;
    const wait = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
    for (let hours = 0; hours < 11; hours++) {
      wait(59);
      expect(await isIn()).toBe(true);
    }
    wait(61);
    expect(await isIn()).toBe(false);
    vi.useRealTimers();
  });

  it('ends one too where a page is left open, which goes on asking by itself', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const { app, signIn, jarOf } = atDesk();
    await signIn('hana');
    const cookie = [...jarOf(new URL(deskUrl))].map((pair) => pair.join('=')).join();
    const asks = async (path: string, method: string) =>
      (
        await app.request(`${deskUrl}${path}`, {
          method,
          headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' },
        })
      ).status;
    const wait = () => vi.setSystemTime(Date.now() + 40 * 60_000);
    wait();
    expect(await asks('/desk/help', 'GET')).toBe(200);
    expect(await asks('/desk/typed/here/newsletters/2026-05-08.mdx', 'POST')).not.toBe(401);
    wait();
    expect(await asks('/desk/help', 'GET')).toBe(401);
    vi.useRealTimers();
  });

  it('has a role for every change that its pages can ask for', () => {
    const changes = atDesk().app.routes.filter(({ method }) => method === 'POST');
    const left = (path: string) =>
      mayChange(path.replaceAll(/:\w+(?:\{[^}]*\})?/g, 'x')).join() === 'administrator';
    expect(changes.length).toBeGreaterThan(20);
    // To sign out takes none.
    expect([...new Set(changes.map(({ path }) => path).filter(left))]).toMatchInlineSnapshot(`
      [
        "/desk/sign-in/out",
        "/desk/name",
      ]
    `);
  });

  it('says that the service does not answer, and asks again the next time', async () => {
    const { visit } = atDesk({ PANUI_OIDC_ISSUER: 'http://127.0.0.1:9' });
    const at = await visit('/desk/sign-in/');
    expect(at.response.status).toBe(502);
    expect(await wordsOf(at)).toContain(
      'You are not signed in The sign-in service does not answer. Try again in a minute.',
    );
    expect(reported.at(-1)).toMatch(/^Sign-in: The sign-in service does not answer/);
    expect(reported.join('\n')).not.toContain(client.secret);
  });

  it('is refused by a service that does not know its secret', async () => {
    const { signIn } = atDesk({ PANUI_OIDC_CLIENT_SECRET: 'another' });
    const at = await signIn('hana');
    expect(await wordsOf(at)).toContain('The sign-in did not come to its end');
  });
});

describe('the settings of sign-in', () => {
  const refusal = (more: Record<string, string>) => {
    try {
      readSettings({ ...environment(), ...more });
      return '';
    } catch (error) {
      return error instanceof SettingsError ? error.message : String(error);
    }
  };

  it('are all there or none, and name somebody', () => {
    expect(readSettings({}).signIn).toBeUndefined();
    expect(refusal({})).toBe('');
    expect(
      refusal({
        PANUI_OIDC_CLIENT_SECRET: '',
        PANUI_OIDC_ISSUER: '',
        PANUI_DESK_AUTHORS: '',
        PANUI_DESK_APPROVERS: '',
        PANUI_DESK_ADMINISTRATORS: '',
      }),
    ).toMatchInlineSnapshot(`
      "PANUI_OIDC_ISSUER: expected a value, because sign-in to the desk needs PANUI_DESK_URL, PANUI_OIDC_ISSUER, PANUI_OIDC_CLIENT_ID, PANUI_OIDC_CLIENT_SECRET together; found none.
      PANUI_OIDC_CLIENT_SECRET: expected a value, because sign-in to the desk needs PANUI_DESK_URL, PANUI_OIDC_ISSUER, PANUI_OIDC_CLIENT_ID, PANUI_OIDC_CLIENT_SECRET together; found none.
      PANUI_DESK_ADMINISTRATORS: expected at least one group or address in this or PANUI_DESK_AUTHORS, PANUI_DESK_APPROVERS or PANUI_DESK_SENDERS; found none, so nobody could come in."
    `);
  });

  it('are for HTTPS, but on this machine', () => {
    expect(refusal({ PANUI_DESK_URL: 'http://desk.example' })).toMatchInlineSnapshot(
      `"PANUI_DESK_URL: expected an https address without a path, such as https://desk.example.govt.nz; http is for this machine alone; found "http://desk.example"."`,
    );
    expect(refusal({ PANUI_OIDC_ISSUER: 'http://id.example' })).toMatchInlineSnapshot(
      `"PANUI_OIDC_ISSUER: expected the https address of the sign-in service; found "http://id.example"."`,
    );
    expect(refusal({ PANUI_DESK_URL: 'http://localhost:4321' })).toBe('');
  });
});
