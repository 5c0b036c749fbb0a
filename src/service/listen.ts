import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** A service that listens. */
export interface Listening {
  port: number;
  /** Whether the wanted port was busy, so that this is a later one. */
  moved: boolean;
  /** The address to open, without a trailing slash. */
  url: string;
  /** Ends idle connections at once, busy ones after a second at most. */
  close: () => Promise<void>;
}

/**
 * Listens on this machine only (loopback, IPv4 and IPv6), at the wanted port or the next free one
 * of the nineteen after it; port 0 takes any.
 * @throws {Error} when all twenty are busy, or the port may not be used
 */
export async function listen(app: Hono, wanted: number): Promise<Listening> {
  const listener: RequestListener = getRequestListener(app.fetch);
  for (let port = wanted; port < wanted + 20; port++) {
    const servers = await tryPort(listener, port);
    if (!servers) continue;
    const [{ port: taken }] = servers;
    return {
      port: taken,
      moved: wanted !== 0 && taken !== wanted,
      url: `http://localhost:${taken}`,
      close: async () => void (await Promise.all(servers.map(({ server }) => close(server)))),
    };
  }
  throw new Error(`The ports ${wanted} to ${wanted + 19} are all busy. Free one of them.`);
}

interface Bound {
  server: Server;
  port: number;
}

/** "localhost" may mean either address, so both must be ours; a machine without IPv6 has only one. */
async function tryPort(
  listener: RequestListener,
  port: number,
): Promise<[Bound, ...Bound[]] | undefined> {
  const first = await bind(listener, '127.0.0.1', port);
  if (first === 'busy' || first === 'none') return undefined;
  const second = await bind(listener, '::1', first.port);
  if (second === 'none') return [first];
  if (second !== 'busy') return [first, second];
  await close(first.server);
  return undefined;
}

async function bind(
  listener: RequestListener,
  host: string,
  port: number,
): Promise<Bound | 'busy' | 'none'> {
  const server = createServer(listener);
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (code === 'EADDRINUSE') return 'busy';
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return 'none';
    throw error;
  }
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 1000);
  await closed;
  clearTimeout(patience);
}
