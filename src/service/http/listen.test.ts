import { createServer } from 'node:net';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';

const app: RequestListener = (_, response) => void response.end('Kia ora');

describe('listen', () => {
  it('answers on this machine only, and is gone when closed', async () => {
    const service = await listen(app, 0);
    expect(service.moved).toBe(false);
    expect(service.url).toBe(`http://localhost:${service.port}`);
    expect(await (await fetch(service.url)).text()).toBe('Kia ora');
    expect(await (await fetch(`http://127.0.0.1:${service.port}`)).text()).toBe('Kia ora');
    await service.close();
    await expect(fetch(service.url)).rejects.toThrow();
  });

  it('takes the next free port when the wanted one is busy, and says so', async () => {
    const first = await listen(app, 0);
    const second = await listen(app, first.port);
    expect(second.moved).toBe(true);
    expect(second.port).toBeGreaterThan(first.port);
    expect(await (await fetch(second.url)).text()).toBe('Kia ora');
    await Promise.all([first.close(), second.close()]);
  });

  it('does not share a port with a program that has only its IPv6 half', async (context) => {
    const other = createServer().listen(0, '::1');
    const ready = await Promise.race([
      once(other, 'listening').then(() => true),
      once(other, 'error').then(() => false),
    ]);
    if (!ready) return context.skip('this machine has no IPv6');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const service = await listen(app, port);
    expect(service.moved).toBe(true);
    await service.close();
    other.close();
  });
});
