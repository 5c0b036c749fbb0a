import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { getMimeType } from 'hono/utils/mime';
import { headersFor } from '../../hosting/header-rules.ts';
import { unlessMissing, type FoundFile } from './site-file.ts';

export type Headers = Readonly<Record<string, string>>;

/** One file of the site, ready to be sent. */
export interface SitePage {
  /** Its path in the site, decoded. */
  name: string;
  file: string;
  size: number;
  modified: Date;
  etag: string;
  /** Of the page itself, of an answer that it has not changed, and where it stands in for another (404). */
  headers: { whole: Headers; unchanged: Headers; instead: Headers };
  /** Undefined where it is too large to be kept in memory: then it is read for each request. */
  bytes: Buffer | undefined;
  /** Whether it is text that gets smaller. */
  compressible: boolean;
  /** What was compressed already, or is just now, each once. */
  packed: Map<Encoding, Buffer | Promise<Buffer>>;
}

export type Encoding = 'br' | 'gzip';

/** In bytes. What is larger is streamed from the disk. */
export const mostInMemory = 1_048_576;
const leastCompressed = 1024;

/** Reads a file that was found; undefined where it has gone since. */
export async function readPage(name: string, found: FoundFile): Promise<SitePage | undefined> {
  const { file, size, modified, version } = found;
  const bytes = size > mostInMemory ? undefined : await unlessMissing(readFile(file));
  if (size <= mostInMemory && !bytes) return undefined;
  const type = typeOf(file);
  const compressible =
    bytes !== undefined &&
    bytes.length >= leastCompressed &&
    COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type);
  // By what is in it, so that a page which a new build left as it was need not be fetched again.
  const etag = `"${hash('sha256', bytes ?? version, 'base64url').slice(0, 22)}"`;
  const validators = { ETag: etag, 'Last-Modified': modified.toUTCString() };
  const others = {
    'Cache-Control': cacheFor(name),
    ...(compressible && { Vary: 'Accept-Encoding' }),
    ...headersFor(name),
  };
  const headers = {
    whole: { 'Content-Type': type, ...validators, 'Accept-Ranges': 'bytes', ...others },
    unchanged: { ...validators, ...others },
    instead: { 'Content-Type': type, ...others },
  };
  const length = bytes?.length ?? size;
  return {
    name,
    file,
    size: length,
    modified,
    etag,
    headers,
    bytes,
    compressible,
    packed: new Map(),
  };
}

const packers = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 7,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
} satisfies Record<Encoding, (bytes: Buffer) => Promise<Buffer>>;

/** A page as it is sent in this encoding: compressed once for all who take it. */
export function packed(
  page: SitePage,
  bytes: Buffer,
  encoding: Encoding,
): Buffer | Promise<Buffer> {
  const known = page.packed.get(encoding);
  if (known) return known;
  const packing = packers[encoding](bytes).then((done) => {
    page.packed.set(encoding, done);
    return done;
  });
  page.packed.set(encoding, packing);
  return packing;
}

/** The encoding that a request takes and we have (RFC 9110, 12.5.3); undefined for the bytes as they are. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  if (accepted === undefined) return undefined;
  const taken = new Set<string>();
  for (const one of accepted.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = one.split(';');
    const refused = parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
    if (!refused) taken.add(coding.trim());
  }
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : undefined;
}

/** Astro and Pagefind name these files by their content, so they never change; the rest may with each build. */
const cacheFor = (name: string) =>
  /^\/(?:_astro\/|pagefind\/(?:(?:fragment|index|filter)\/|pagefind\..+\.pf_meta$))/.test(name)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';

/* What Hono does not name. */
const office = 'application/vnd.openxmlformats-officedocument';
const types: Readonly<Record<string, string>> = {
  '.mjml': 'text/plain; charset=utf-8',
  '.docx': `${office}.wordprocessingml.document`,
  '.xlsx': `${office}.spreadsheetml.sheet`,
  '.pptx': `${office}.presentationml.presentation`,
};

/** Pagefind's own files (.pagefind, .pf_index …) are compressed bytes that its script unpacks. */
function typeOf(file: string): string {
  const ending = extname(file);
  return types[ending] ?? getMimeType(file) ?? 'application/octet-stream';
}
