import { Resend, type ErrorResponse } from 'resend';
import type { Answer, Transport } from './transport.ts';

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
      const options = {
        idempotencyKey,
        // A batch is taken as a whole or not at all.
        headers: { 'x-batch-validation': 'strict' },
        signal,
        body,
      };
      return toAnswer(await resend.post<unknown>('/emails/batch', undefined, options));
    },
    sendOne: async (message, idempotencyKey, signal) =>
      toAnswer(await resend.post<unknown>('/emails', message, { idempotencyKey, signal })),
    listDomains: async (signal) =>
      toAnswer(await resend.get<unknown>('/domains?limit=100', { signal })),
  };
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
