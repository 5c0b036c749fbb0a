import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { errorCode } from '../../disk/error-code.ts';
import { BadInput } from '../../problems/problem.ts';
import { guardConnections } from './guard-connections.ts';
import { standardLimits, type ServiceLimits } from './limits.ts';

/** A service that listens. */
export interface Listening {
  port: number;
  /** Whether the wanted port was busy, so that this is a later one. */
  moved: boolean;
  /** The address to open, without a trailing slash. */
  url: string;
  /** Takes no new connections, and ends idle ones at once and busy ones when they are answered or after a second. */
  close: () => Promise<void>;
}

/**
 * Listens on this machine only (loopback, IPv4 and IPv6), at the wanted port or the next free one
 * of the nineteen after it; port 0 takes any.
 * @throws {Error} when all twenty are busy, or the port may not be used
 */
export async function listen(listener: RequestListener, wanted: number): Promise<Listening> {
  for (let port = wanted; port < wanted + 20; port++) {
    const servers = await tryPort({ listener }, port);
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

/**
 * Listens at exactly this host and port, for a service that others find there: "localhost" is this
 * machine only, "0.0.0.0" every network that it is in.
 * @throws {BadInput} when the port is busy or may not be used, or the host is not of this machine
 */
export async function listenAt(
  server: ServerOrder,
  host: string,
  port: number,
): Promise<Listening> {
  const servers = await bindAt(server, host, port);
  const [first] = servers;
  if (typeof servers === 'string' || typeof first !== 'object') {
    const expected = 'a host of this machine and a free port';
    const remedy = 'Choose others with --host and --port.';
    throw new BadInput([{ file: `${host}:${port}`, expected, found: String(servers), remedy }]);
  }
  return {
    port: first.port,
    moved: false,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${first.port}`,
    close: async () => void (await Promise.all(servers.map(({ server }) => close(server)))),
  };
}

/** What a server is made of. */
export interface ServerOrder {
  listener: RequestListener;
  limits?: ServiceLimits | undefined;
  /** Proxies, of which one brings the visitors of all; see `PANUI_TRUSTED_PROXY`. */
  trustedProxies?: readonly string[] | undefined;
}

/** The servers, or in words what is wrong with the host or port. */
async function bindAt(
  order: ServerOrder,
  host: string,
  port: number,
): Promise<readonly Bound[] | string> {
  const otherMachine = 'a host that is not of this machine';
  try {
    const bound = await (host === 'localhost' ? tryPort(order, port) : bind(order, host, port));
    if (bound === 'none') return otherMachine;
    return bound === undefined || bound === 'busy'
      ? 'a port that another program uses'
      : [bound].flat();
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EACCES') return 'a port that only an administrator may use';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return otherMachine;
    throw error;
  }
}

interface Bound {
  server: Server;
  port: number;
}

/** "localhost" may mean either address, so both must be ours; a machine without IPv6 has only one. */
async function tryPort(order: ServerOrder, port: number): Promise<[Bound, ...Bound[]] | undefined> {
  const first = await bind(order, '127.0.0.1', port);
  if (first === 'busy' || first === 'none') return undefined;
  const second = await bind(order, '::1', first.port);
  if (second === 'none') return [first];
  if (second !== 'busy') return [first, second];
  await close(first.server);
  return undefined;
}

async function bind(
  { listener, limits = standardLimits, trustedProxies = [] }: ServerOrder,
  host: string,
  port: number,
): Promise<Bound | 'busy' | 'none'> {
  const server = createServer(
    {
      maxHeaderSize: limits.headers,
      headersTimeout: limits.headersWithin,
      requestTimeout: limits.requestWithin,
      keepAliveTimeout: limits.keptAlive,
      // How often the two times before it are looked at.
      connectionsCheckingInterval: Math.min(1000, limits.headersWithin / 2),
    },
    listener,
  );
  guardConnections(server, limits, trustedProxies);
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = errorCode(error);
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
