import { constants as c } from './plan-constants.ts';

/** What is planned for. */
export interface PlanOrder {
  people: number;
  /** Requests that the provider takes in a second. */
  rate: number;
  /** Of one message, as it goes out. */
  kilobytes: number;
}

/** What one way of sending costs. Times are in seconds, sizes in bytes. */
export interface Way {
  name: string;
  /** Until the last message has left, once the list is there. */
  seconds: number;
  /** The list taken in and frozen, before the first message. */
  before: number;
  requests: number;
  database: number;
  machines: number;
  /** What speaks against it, or where it stops. */
  limits: string[];
}

const micro = 1e-6;

/** Longer than this, the last person gets a bulletin on another day than the first. */
const workingDay = 10 * 3600;

/** Every way of sending to so many people, and what it costs. */
export function planWays({ people, rate, kilobytes }: PlanOrder): Way[] {
  const perRequest = Math.max(
    1,
    Math.min(c.messagesPerRequest.value, Math.floor(c.requestBytes.value / (kilobytes * 1024))),
  );
  const requests = Math.ceil(people / perRequest);
  const paced = requests / (rate * c.paceUsed.value);
  return [
    embedded(people, requests, paced),
    shared(people, requests, paced, rate * perRequest),
    broadcast(people, rate),
  ];
}

function embedded(people: number, requests: number, paced: number): Way {
  const seconds = Math.max(paced, people * c.sendEmbedded.value * micro);
  const freezing = people * c.freezeEmbedded.value * micro;
  return {
    name: 'Batches, one machine, embedded store (SQLite)',
    seconds,
    before: people * c.importEmbedded.value * micro + freezing,
    requests,
    database: people * c.bytesEmbedded.value,
    machines: 1,
    limits: [
      ...limitsOf(seconds),
      ...(seconds > paced * 1.01
        ? ['One processor is slower than the provider: use several machines.']
        : []),
      ...(freezing > 3
        ? [
            `While the list is frozen, ${inWords(freezing)}, who wants to leave is asked to try again (503).`,
          ]
        : []),
      'If this machine is lost, so is the store, up to its last backup.',
    ],
  };
}

function shared(people: number, requests: number, paced: number, perSecond: number): Way {
  const oneMachine = 1 / (c.sendEmbedded.value * micro);
  const claiming = requests / c.claimsPostgres.value;
  const seconds = Math.max(paced, claiming);
  const before = people * (c.freezePostgres.value + c.sealPostgres.value) * micro;
  const freezing = people * c.freezePostgres.value * micro;
  return {
    name: 'Batches, several machines, PostgreSQL',
    seconds,
    before,
    requests,
    database: people * c.bytesPostgres.value,
    // Two at least, so that one may be lost.
    machines: Math.max(2, Math.ceil(perSecond / oneMachine)),
    limits: [
      ...limitsOf(seconds),
      ...(claiming > paced
        ? ['Claims under one lock are slower than the provider: more machines do not help.']
        : []),
      ...(freezing > 3
        ? [
            `While the list is frozen, ${inWords(freezing)}, who wants to leave is asked to try again (503).`,
          ]
        : []),
    ],
  };
}

function broadcast(people: number, rate: number): Way {
  const files = Math.ceil(people / c.contactsPerFile.value);
  // Draft, look for it, send, look whether it went; the recipients afterwards, 100 a page.
  const requests = files + 4 + Math.ceil(people / 100);
  return {
    name: 'Broadcast of the provider (`send` has no such way yet)',
    seconds: Math.ceil(people / 100) / (rate * c.paceUsed.value),
    before: files / rate,
    requests,
    database: people * c.bytesEmbedded.value,
    machines: 1,
    limits: [
      'The time is that of reading back who got it; when the provider sends is its own affair.',
      'No key of idempotency, no frozen list, none of our headers: exactly once rests on finding the draft by its name.',
      'Contacts are counted by the plan of the account; one by one they would take ' +
        `${inWords(people / c.contactsPerSecond.value)}.`,
    ],
  };
}

const limitsOf = (seconds: number) =>
  seconds > workingDay
    ? [
        `Longer than the sending hours of a day: ask the provider for ${Math.ceil(seconds / workingDay)} times the rate, or several days.`,
      ]
    : [];

/** A time as people say it. */
export function inWords(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${(seconds / 3600).toFixed(1)} h`;
  return `${(seconds / 86_400).toFixed(1)} days`;
}
