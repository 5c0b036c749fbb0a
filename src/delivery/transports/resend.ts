import { createHmac, timingSafeEqual } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { Resend, type ErrorResponse } from 'resend';
import type { Answer, Piece, Transport, WebhookSignature, WebhookVerifier } from './transport.ts';

/**
 * Resend, through its own package; the only file that knows it. The package never throws for what
 * the network does, never repeats and never times out by itself, so all of that is decided elsewhere.
 * @param baseUrl where the API is, if not at its usual address
 */
export function resendTransport(apiKey: string, baseUrl?: string): Transport {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    sendBatch: async (body, idempotencyKey, signal) => {
      // The package hands its options on to `fetch`, so that the body is the very bytes whose hash was
      // checked, not a second rendering of them. A version that did not would send no body at all.
      // As a stream of known length it is not copied; `fetch` copies a whole buffer three times.
      const options = {
        idempotencyKey,
        headers: {
          // A batch is taken as a whole or not at all.
          'x-batch-validation': 'strict',
          'content-length': `${body.size}`,
        },
        signal,
        body: ReadableStream.from(inParts(body.pieces)),
        duplex: 'half',
      };
      return toAnswer(await resend.post<unknown>('/emails/batch', undefined, options));
    },
    sendOne: async (message, idempotencyKey, signal) =>
      toAnswer(await resend.post<unknown>('/emails', message, { idempotencyKey, signal })),
    listDomains: async (signal) =>
      toAnswer(await resend.get<unknown>('/domains?limit=100', { signal })),
    listSent: async (after, signal) => {
      const from = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
      return toAnswer(await resend.get<unknown>(`/emails?limit=100${from}`, { signal }));
    },
  };
}

/**
 * Checks webhooks as Resend signs them: HMAC-SHA256 over id, time and raw body (Standard Webhooks), and
 * at most five minutes from the clock of this machine, which therefore has to be right.
 * @param secret as Resend shows it, beginning with whsec_
 */
export function resendWebhooks(secret: string): WebhookVerifier {
  // The package wants a key for every use; to check a signature it needs none.
  const { webhooks } = new Resend('no key');
  return (payload, headers) => {
    try {
      const body: unknown = webhooks.verify({ payload, headers, webhookSecret: secret });
      return { genuine: true, body };
    } catch {
      const ahead = Math.round(Date.now() / 1000 - Number(headers.timestamp));
      const onTime = !(Math.abs(ahead) > tolerance);
      if (onTime || !isSigned(secret, payload, headers))
        return { genuine: false, why: 'signature' };
      return { genuine: false, why: 'clock', ahead };
    }
  };
}

/** How far the time of a report may be from the clock, as the package has it, in seconds. */
const tolerance = 300;

/** Whether a body is signed with a secret, whenever that was (Standard Webhooks). */
function isSigned(secret: string, body: string, { id, timestamp, signature }: WebhookSignature) {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const right = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signature.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''), 'base64');
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

/** Pieces of fewer bytes are put together, so that the network does not get a request in crumbs. */
const smallPiece = 4096;

/** Large pieces as they are, which copies nothing; the small ones between them as one. */
function* inParts(pieces: Iterable<Piece>) {
  let small: Piece[] = [];
  for (const piece of pieces) {
    if (piece.length < smallPiece) {
      small.push(piece);
      continue;
    }
    if (small.length > 0) yield join(small);
    yield typeof piece === 'string' ? Buffer.from(piece) : piece;
    small = [];
  }
  if (small.length > 0) yield join(small);
}

function join(pieces: readonly Piece[]): Buffer {
  const sizes = pieces.map((piece) => Buffer.byteLength(piece));
  const whole = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const piece of pieces) {
    at += typeof piece === 'string' ? whole.write(piece, at) : piece.copy(whole, at);
  }
  return whole;
}

interface Result {
  data: unknown;
  error: ErrorResponse | null;
  headers: Record<string, string> | null;
}

function toAnswer({ data, error, headers }: Result): Answer {
  const base = { headers: headers ?? {} };
  if (error === null) return { ...base, status: 200, name: '', message: '', data };
  const { statusCode, name, message } = error;
  // An error body of another shape than documented is no answer that one can rely on.
  const status = typeof statusCode === 'number' ? statusCode : null;
  return { ...base, status, name: String(name), message: String(message), data: null };
}
