import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { guard } from './guard.ts';

const app = new Hono();
app.use(guard());
app.get('/desk/', (context) => context.text('here'));

it.each(['http://localhost:4321', 'http://127.0.0.1:80', 'http://[::1]:4321'])(
  'lets a browser in at %s',
  async (origin) => {
    expect((await app.request(`${origin}/desk/`)).status).toBe(200);
  },
);

it.each(['http://evil.example', 'http://localhost.evil.example', 'http://192.168.1.4:4321'])(
  'tells whoever comes by %s where the desk is',
  async (origin) => {
    const answer = await app.request(`${origin}/desk/`);
    expect(answer.status).toBe(421);
    expect(await answer.text()).toContain('Open it at the address that was printed');
  },
);

it('is found at the address that it has for a team, and at no other', async () => {
  const team = new Hono();
  team.use(guard('https://desk.example'));
  team.all('/desk/', (context) => context.text('here'));
  // The server before it speaks HTTPS, and asks in plain.
  const ask = (origin: string, headers = {}) =>
    team.request('http://desk.example/desk/', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', Origin: origin, ...headers },
    });
  expect((await ask('https://desk.example')).status).toBe(200);
  expect((await ask('http://desk.example')).status).toBe(403);
  expect((await ask('https://desk.example', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  const elsewhere = await team.request('http://localhost:4321/desk/');
  expect(elsewhere.status).toBe(421);
  expect(await elsewhere.text()).toContain(
    'Expected the desk to be opened at https://desk.example',
  );
});
