import { describe, expect, it } from 'vitest';
import { clientAddress, proxyList, visitorOf } from './client-address.ts';

const clientOf = clientAddress(proxyList(['127.0.0.1', '10.0.0.0/8', '2001:db8:1::/48']));

describe('the address of who asks', () => {
  it.each([
    ['is that of the other end', '192.0.2.1', undefined, '192.0.2.1'],
    ['is not what somebody says of themselves', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['is what a trusted proxy says', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['also in the form that IPv6 has for it', '::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['with a port', '10.9.8.7', '198.51.100.7:4711', '198.51.100.7'],
    ['in brackets', '2001:db8:1::5', '[2001:db8:2::7]:4711', '2001:db8:2::7'],
    ['is read from the end', '127.0.0.1', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['goes through proxies that are trusted', '127.0.0.1', '1.1.1.1, 2.2.2.2, 10.0.0.3', '2.2.2.2'],
    ['stops at what is no address', '127.0.0.1', '1.1.1.1, unknown', '127.0.0.1'],
    ['is that of a proxy that says nothing', '127.0.0.1', undefined, '127.0.0.1'],
    ['is nothing where the connection has gone', undefined, '1.1.1.1', ''],
  ])('%s', (_, peer, forwarded, expected) => {
    expect(clientOf(peer, forwarded)).toBe(expected);
  });
});

describe('a visitor', () => {
  it('has all addresses of one network of IPv6', () => {
    expect(visitorOf('192.0.2.1')).toBe('192.0.2.1');
    const same = ['2001:db8:0:7::1', '2001:db8:0:7:8:9:a:b', '2001:0db8::7:0:0:0:1'];
    expect(new Set(same.map(visitorOf))).toEqual(new Set(['2001:db8:0:7']));
    expect(visitorOf('2001:db8:0:8::1')).toBe('2001:db8:0:8');
    expect(visitorOf('::1')).toBe('0:0:0:0');
  });
});
