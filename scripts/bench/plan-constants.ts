/** A figure that a plan rests on, and where it comes from. */
export interface Constant {
  value: number;
  unit: string;
  source: string;
}

const here = 'two cores, Node 24, November 2026';
const benchSend = `npm run bench -- send --people 100000, processor time, ${here}`;
const inPostgres = `PostgreSQL 18 on the same machine, 100,000 people, ${here}; other work was running`;

/** Everything that `npm run bench -- plan` reckons with. Measure again on your machine, and change it here. */
export const constants = {
  requestsPerSecond: {
    value: 10,
    unit: 'requests a second',
    source: 'resend.com/docs, rate limit by default; an account may have another (--rate)',
  },
  paceUsed: {
    value: 0.99,
    unit: 'of that limit',
    source: 'src/delivery/ledger/pace.ts',
  },
  messagesPerRequest: {
    value: 100,
    unit: 'messages a request',
    source: 'resend.com/docs, batch; src/delivery/ledger/limits.ts',
  },
  requestBytes: {
    value: 5_000_000,
    unit: 'bytes a request at most',
    source: 'src/delivery/ledger/limits.ts',
  },
  importEmbedded: { value: 87, unit: 'µs a person', source: benchSend },
  freezeEmbedded: { value: 46, unit: 'µs a person', source: benchSend },
  sendEmbedded: { value: 172, unit: 'µs a person', source: benchSend },
  bytesEmbedded: { value: 546, unit: 'bytes a person after a dispatch', source: benchSend },
  freezePostgres: { value: 46, unit: 'µs a person', source: inPostgres },
  sealPostgres: { value: 376, unit: 'µs a person', source: inPostgres },
  claimsPostgres: {
    value: 310,
    unit: 'claims a second, all senders together',
    source: 'four processes, 4,000 claims under one advisory lock, November 2026',
  },
  bytesPostgres: {
    value: 733,
    unit: 'bytes a person once a list is frozen',
    source: inPostgres,
  },
  contactsPerFile: {
    value: 4_000_000,
    unit: 'contacts a file',
    source: 'resend.com/docs, contact imports: 200 MB a file; 50 bytes a row',
  },
  contactsPerSecond: {
    value: 10,
    unit: 'contacts a second, one by one',
    source: 'one request each (resend.com/docs, contacts), at the rate limit',
  },
} as const satisfies Record<string, Constant>;
