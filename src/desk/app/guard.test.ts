import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { guard } from './guard.ts';

const app = new Hono();
app.use(guard);
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
