import { BlockList, isIP } from 'node:net';

/** Says whose address counts as that of a request: the other end's, or the one that a proxy says it serves. */
export type ClientAddress = (peer: string | undefined, forwarded: string | undefined) => string;

/** The addresses of proxies, each alone or as a network (192.0.2.0/24). */
export function proxyList(trusted: readonly string[]): BlockList {
  const list = new BlockList();
  for (const one of trusted) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether an address is one of the proxies. */
export const isProxy = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * X-Forwarded-For is believed only of a proxy that is trusted, and only as far as such proxies wrote it:
 * from its end, the first address that is no proxy of ours. Whatever a visitor puts before that is not read.
 */
export const clientAddress =
  (list: BlockList): ClientAddress =>
  (peer, forwarded) => {
    let client = plain(peer ?? '');
    if (!isProxy(list, client)) return client;
    for (const one of (forwarded ?? '').split(',').toReversed()) {
      const address = plain(one.trim());
      if (isIP(address) === 0) break;
      client = address;
      if (!isProxy(list, address)) break;
    }
    return client;
  };

/** Without a port, a zone or the form in which IPv6 holds an address of IPv4. */
function plain(text: string): string {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  return bare.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
}

/** One visitor, by address: whoever has one of IPv6 has the other 2^64 of its network too. */
export function visitorOf(address: string): string {
  if (!address.includes(':')) return address;
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
