import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';

/** A file as it was read. */
export interface ReadFile {
  /** The SHA-256 of its bytes. */
  sum: string;
  /** By which it is known to be the same still: when it was changed, its size, its place on the disk. */
  stamp: string;
  /** Of a document: the line on which it says that it is a draft, where it does. */
  draft?: number;
}

/** The files that one reading has read, by absolute path. */
export type ReadFiles = Map<string, ReadFile>;

/** The SHA-256 of bytes, in hexadecimal digits. */
export const sumOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** What a file is known by; nothing where there is none. Take it before its bytes are read. */
export async function stampOf(file: string): Promise<string | undefined> {
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  return found && [found.mtimeNs, found.size, found.ino].join('-');
}
