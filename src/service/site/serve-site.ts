import { open } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { headersFor } from '../../hosting/header-rules.ts';
import { answerText } from '../http/answer-text.ts';
import type { Target } from '../http/read-target.ts';
import { isKnown, partOf } from './conditions.ts';
import { siteMemory } from './site-memory.ts';
import { encodingFor, packed, type SitePage } from './site-page.ts';

/** Answers one request for the site; gives the path of the page for the log, or "none" where there is none. */
export type ServeSite = (
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
) => Promise<string>;

/**
 * Serves the built site from the folder `out` (`PANUI_OUT`): clean addresses, types, parts, conditional
 * requests (RFC 9110, 13 and 14), each page compressed once, and the site's own 404 page. It only reads.
 */
export function serveSite(out: string): ServeSite {
  const find = siteMemory(out);
  return async (request, response, { name, path, search }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      answerText(response, 405, 'This address can only be read.', { Allow: 'GET, HEAD' });
      return 'none';
    }
    const found = find(name);
    const answer = 'then' in found ? await found : found;
    if (answer.kind === 'page') {
      await sendPage(request, response, answer.page);
      return name;
    }
    if (answer.kind === 'folder') {
      response.writeHead(308, { ...headersFor(name), Location: `${path}/${search}` }).end();
      return `${name}/`;
    }
    if (answer.kind === 'away') {
      answerText(response, 503, 'The site is being built.', { 'Retry-After': '2' });
      return 'none';
    }
    const instead = await find('/404.html');
    if (instead.kind !== 'page') answerText(response, 404, 'There is no page at this address.');
    else await send(request, response, 404, instead.page, instead.page.headers.instead);
    return 'none';
  };
}

async function sendPage(request: IncomingMessage, response: ServerResponse, page: SitePage) {
  if (isKnown(request.headers, page)) {
    response.writeHead(304, page.headers.unchanged).end();
    return;
  }
  const part =
    request.method === 'GET' && request.headers.range !== undefined
      ? partOf(request.headers, page.size, page)
      : undefined;
  if (part === undefined) return send(request, response, 200, page, page.headers.whole);
  if (part === 'unsatisfiable') {
    const range = { 'Content-Range': `bytes */${page.size}` };
    return answerText(response, 416, 'The file has no such part.', range);
  }
  const { first, last } = part;
  const headers = {
    ...page.headers.whole,
    'Content-Range': `bytes ${first}-${last}/${page.size}`,
    'Content-Length': last - first + 1,
  };
  if (!page.bytes) return stream(response, 206, page, headers, { start: first, end: last });
  response.writeHead(206, headers).end(page.bytes.subarray(first, last + 1));
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  page: SitePage,
  headers: OutgoingHttpHeaders,
) {
  const { bytes } = page;
  const encoding = page.compressible ? encodingFor(request.headers['accept-encoding']) : undefined;
  if (bytes && encoding) {
    const given = packed(page, bytes, encoding);
    const body = Buffer.isBuffer(given) ? given : await given;
    // Other bytes than those of the file, which mean the same (RFC 9110, 8.8.1).
    const weak = headers['ETag'] === undefined ? {} : { ETag: `W/${page.etag}` };
    const length = { 'Content-Encoding': encoding, 'Content-Length': body.length };
    response.writeHead(status, { ...headers, ...weak, ...length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  const whole = { ...headers, 'Content-Length': page.size };
  if (request.method === 'HEAD') response.writeHead(status, whole).end();
  else if (bytes) response.writeHead(status, whole).end(bytes);
  else await stream(response, status, page, whole);
}

/** Sends a file that is not kept in memory. It is opened before the first byte of the answer is sent. */
async function stream(
  response: ServerResponse,
  status: number,
  { file, size }: SitePage,
  headers: OutgoingHttpHeaders,
  part: { start?: number; end?: number } = {},
) {
  const handle = await open(file);
  try {
    const { size: found } = await handle.stat();
    // Replaced since it was looked at.
    if (found !== size)
      return answerText(response, 503, 'Please ask again.', { 'Retry-After': '1' });
    response.writeHead(status, headers);
    await pipeline(handle.createReadStream({ ...part, autoClose: false }), response);
  } finally {
    await handle.close();
  }
}
