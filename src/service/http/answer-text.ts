import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { headersFor } from '../../hosting/header-rules.ts';

/** Answers with one plain sentence. It is never kept: it says what is so at this moment. */
export function answerText(
  response: ServerResponse,
  status: number,
  sentence: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = Buffer.from(`${sentence}\n`);
  response.writeHead(status, {
    ...headersFor('/'),
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    // What is still to come of a body that nobody reads is not waited for.
    ...(status >= 400 && hasBody(response) && { Connection: 'close' }),
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

const hasBody = ({ req: { headers, complete } }: ServerResponse) =>
  !complete &&
  (headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined);
