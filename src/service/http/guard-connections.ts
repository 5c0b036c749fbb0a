import type { Server } from 'node:http';
import { isProxy, proxyList, visitorOf } from './client-address.ts';
import type { ServiceLimits } from './limits.ts';

/**
 * Keeps the connections of a server within the limits: what is over them is closed at once, and so is who
 * neither sends nor takes a byte for long. A proxy brings the visitors of all, so it may have them all.
 */
export function guardConnections(
  server: Server,
  { connections, connectionsOfOne, idle }: ServiceLimits,
  trustedProxies: readonly string[],
): void {
  const proxies = proxyList(trustedProxies);
  const open = new Map<string, number>();
  server.maxConnections = connections;
  server.setTimeout(idle);
  server.on('connection', (socket) => {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=[\d.]+$)/i, '');
    if (isProxy(proxies, address)) return;
    const visitor = visitorOf(address);
    const count = (open.get(visitor) ?? 0) + 1;
    open.set(visitor, count);
    socket.once('close', () => {
      const left = (open.get(visitor) ?? 1) - 1;
      if (left === 0) open.delete(visitor);
      else open.set(visitor, left);
    });
    if (count > connectionsOfOne) socket.destroy();
  });
}
