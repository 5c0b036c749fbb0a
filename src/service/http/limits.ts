/** How much one visitor may ask for: so many requests a second for ever, and so many at once. */
export interface Rate {
  perSecond: number;
  atOnce: number;
}

/** What is limited together: pages, what concerns one person, who asks to sign up, and the provider's reports. */
export type RouteKind = 'site' | 'person' | 'signUp' | 'reports';

/** The limits of the service. Times are in milliseconds. */
export interface ServiceLimits {
  /** For each address that asks; an IPv6 network of 64 bits counts as one. */
  rates: Readonly<Record<RouteKind, Rate>>;
  /** Open at a time, of all visitors and of one address. */
  connections: number;
  connectionsOfOne: number;
  /** In bytes, the first line included. */
  headers: number;
  /** In bytes; what is longer is refused before it is read. */
  bodies: Readonly<Record<RouteKind, number>>;
  /** From the first byte to the last of the headers, and of the whole request. */
  headersWithin: number;
  requestWithin: number;
  /** Without a byte in either direction. */
  idle: number;
  /** Between two requests on one connection. */
  keptAlive: number;
}

/*
 * Far above what people do: a school behind one address opens a bulletin together, mail programs open and
 * leave by the thousand from a few addresses, and the provider reports as fast as it sends. Of who signs up, a
 * whole staff room may do so at once from one address, and nobody goes on doing it all day.
 */
export const standardLimits: ServiceLimits = {
  rates: {
    site: { perSecond: 200, atOnce: 2000 },
    person: { perSecond: 50, atOnce: 500 },
    signUp: { perSecond: 1 / 60, atOnce: 60 },
    reports: { perSecond: 1000, atOnce: 5000 },
  },
  connections: 4000,
  connectionsOfOne: 500,
  headers: 16_384,
  bodies: { site: 65_536, person: 65_536, signUp: 16_384, reports: 262_144 },
  headersWithin: 10_000,
  requestWithin: 30_000,
  idle: 60_000,
  keptAlive: 15_000,
};
