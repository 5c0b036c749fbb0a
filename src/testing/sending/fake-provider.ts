import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  answer,
  fails,
  type FakeAnswer,
  type FakeRequest,
  type Fault,
  type Reply,
} from './fake-answers.ts';
import { checkMessages, messageSchema } from './fake-validation.ts';

/** What a provider for tests does; everything it does not say is as the real one documents it. */
export interface FakeOptions {
  now: () => number;
  /** Requests in a second; left out, it does not limit. */
  perSecond?: number;
  /** Messages until the quota of the day is used up. */
  dailyQuota?: number;
  monthlyQuota?: number;
  /** What goes wrong with a request, by its number counted from 0. */
  fault?: (request: number) => Fault | undefined;
  /** Addresses that it takes for impossible. */
  impossible?: (address: string) => boolean;
  verifiedDomains?: readonly string[];
  /** Keeps no list of what it accepted, only the count; for long runs. */
  countOnly?: boolean;
  apiKey?: string;
  sendOnlyKey?: string;
}

/** One message that the provider took: from here on the person has it. */
export interface Taken {
  id: string;
  to: string;
  from: string;
  subject: string;
  key: string;
  at: number;
  /** The bytes that the person got, in short. */
  hash: string;
}

/** A provider for tests, faithful to what is known of the real one: keys, limits, errors, faults. */
export interface FakeProvider {
  handle(request: FakeRequest): Reply;
  /** Everything taken, in order. */
  taken: Taken[];
  /** Numbers of what happened. */
  counts: { requests: number; taken: number; replayed: number; limited: number };
}

const day = 86_400_000;

export function fakeProvider(options: FakeOptions): FakeProvider {
  const { now } = options;
  const limit = () => options.perSecond ?? Number.POSITIVE_INFINITY;
  const taken: Taken[] = [];
  const counts = { requests: 0, taken: 0, replayed: 0, limited: 0 };
  const keys = new Map<string, { body: string; reply: FakeAnswer; at: number }>();
  const window = { second: -1, used: 0 };

  const limitHeaders = () =>
    Number.isFinite(limit())
      ? {
          'ratelimit-limit': `${limit()}`,
          'ratelimit-policy': `${limit()};w=1`,
          'ratelimit-remaining': `${Math.max(0, limit() - window.used)}`,
          'ratelimit-reset': '1',
        }
      : { 'ratelimit-limit': '100000', 'ratelimit-policy': '100000;w=1' };

  const withinLimit = (): boolean => {
    const second = Math.floor(now() / 1000);
    if (second !== window.second) Object.assign(window, { second, used: 0 });
    window.used += 1;
    return window.used <= limit();
  };

  const take = (text: string, key: string, single: boolean): FakeAnswer => {
    const parsed = z.array(messageSchema).safeParse(single ? [readJson(text)] : readJson(text));
    if (!parsed.success) return fails(422, 'validation_error', 'The body is not as it should be.');
    const refusal = checkMessages(parsed.data, options);
    if (refusal) return refusal;
    const quota = overQuota(parsed.data.length);
    if (quota) return quota;
    const ids = parsed.data.map((message) => {
      counts.taken += 1;
      const hash = options.countOnly ? '' : sha256(JSON.stringify(message)).slice(0, 16);
      const id = uuid(`${counts.taken} ${key}`);
      if (!options.countOnly) {
        const { from, subject } = message;
        taken.push({ id, to: message.to[0] ?? '', from, subject, key, at: now(), hash });
      }
      return { id };
    });
    return answer(200, single ? ids[0] : { data: ids });
  };

  const overQuota = (size: number): FakeAnswer | undefined => {
    if (counts.taken + size > (options.dailyQuota ?? Number.POSITIVE_INFINITY)) {
      return fails(429, 'daily_quota_exceeded', 'You have reached your daily email sending quota.');
    }
    if (counts.taken + size > (options.monthlyQuota ?? Number.POSITIVE_INFINITY)) {
      return fails(429, 'monthly_quota_exceeded', 'You have reached your monthly sending quota.');
    }
    return undefined;
  };

  const post = ({ path, headers, body }: FakeRequest): FakeAnswer => {
    const key = headers['idempotency-key'];
    if (key === undefined) return take(body, '', path === '/emails');
    if (key.length < 1 || key.length > 256) {
      return fails(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
    }
    const scope = `${path} ${key}`;
    const known = keys.get(scope);
    const bodyHash = sha256(body);
    if (known && now() - known.at < day) {
      if (known.body !== bodyHash) {
        return fails(409, 'invalid_idempotent_request', 'Same key used with a different payload.');
      }
      counts.replayed += 1;
      return known.reply;
    }
    const reply = take(body, key, path === '/emails');
    // Only what was sent uses a key up.
    if (reply.status === 200) keys.set(scope, { body: bodyHash, reply, at: now() });
    return reply;
  };

  const list = (path: string): FakeAnswer => {
    const asked = new URL(path, 'https://provider.example').searchParams;
    const limit = Number(asked.get('limit') ?? '20');
    const newestFirst = taken.filter(({ at }) => now() - at < 30 * day).toReversed();
    const begin = newestFirst.findIndex(({ id }) => id === asked.get('after')) + 1;
    const page = newestFirst.slice(begin, begin + limit);
    const data = page.map(({ id, to, from, subject, at }) => {
      const created = new Date(at).toISOString().replace('T', ' ').replace('Z', '+00');
      return { id, to: [to], from, subject, created_at: created, last_event: 'sent' };
    });
    return answer(200, { object: 'list', has_more: begin + limit < newestFirst.length, data });
  };

  const route = (request: FakeRequest): FakeAnswer => {
    const refusal = checkKey(request, options);
    if (refusal) return refusal;
    if (request.method === 'GET' && request.path.startsWith('/domains')) {
      const names = options.verifiedDomains ?? ['attendance-updates.example'];
      const data = names.map((name) => ({ id: uuid(name), name, status: 'verified' }));
      return answer(200, { object: 'list', has_more: false, data });
    }
    if (request.method === 'GET' && request.path.startsWith('/emails?')) return list(request.path);
    const known = ['/emails', '/emails/batch'].includes(request.path);
    if (request.method === 'POST' && known) return post(request);
    return fails(404, 'not_found', 'The requested endpoint does not exist.');
  };

  const handle = (request: FakeRequest): Reply => {
    const number = counts.requests;
    counts.requests += 1;
    const fault = request.method === 'POST' ? options.fault?.(number) : undefined;
    if (!withinLimit() || fault === '429') {
      counts.limited += 1;
      const limited = fails(429, 'rate_limit_exceeded', 'Too many requests.');
      const headers = { ...limited.headers, ...limitHeaders(), 'retry-after': '1' };
      return { ...limited, headers };
    }
    const early = faultBefore(fault);
    if (early) return early;
    const reply = route(request);
    const headers = { ...reply.headers, ...limitHeaders() };
    return faultAfter(fault, { ...reply, headers });
  };

  return { handle, taken, counts };
}

function checkKey({ path, headers }: FakeRequest, options: FakeOptions): FakeAnswer | undefined {
  const key = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
  if (headers['user-agent'] === undefined) return fails(403, 'forbidden', 'error code: 1010');
  if (key === undefined) return fails(401, 'missing_api_key', 'Missing API key.');
  if (key === (options.apiKey ?? 're_test')) return undefined;
  if (key !== options.sendOnlyKey) return fails(400, 'validation_error', 'API key is invalid');
  if (path.startsWith('/emails')) return undefined;
  return fails(401, 'restricted_api_key', 'This API key is restricted to only send emails');
}

function faultBefore(fault: Fault | undefined): Reply | undefined {
  if (fault === 'drop before') return 'drop';
  if (fault === '500 before') return fails(500, 'application_error', 'Internal server error.');
  if (fault === '503') return fails(503, 'service_unavailable', 'Try again later.');
  if (fault === 'html') return page(502, 'Bad Gateway');
  if (fault === 'html 200') return page(200, 'Sign in to the network');
  if (fault === 'concurrent') {
    return fails(409, 'concurrent_idempotent_requests', 'Same key is in progress.');
  }
  if (fault === 'locked') return fails(409, 'resource_locked', 'Another request updates it.');
  return undefined;
}

const page = (status: number, title: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><title>${title}</title>`,
});

function faultAfter(fault: Fault | undefined, reply: FakeAnswer): Reply {
  if (fault === 'drop after') return 'drop';
  if (fault === 'cut') return { cut: reply };
  if (fault === 'slow') return { slow: reply };
  if (fault === 'hang') return 'hang';
  if (fault === '500 after') return fails(500, 'application_error', 'Internal server error.');
  if (fault === 'empty 200' && reply.status === 200) return answer(200, {});
  return reply;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const uuid = (seed: string) =>
  sha256(seed).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
