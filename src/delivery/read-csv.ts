import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { BadInput, type Problem } from '../problem.ts';

/** One record of a CSV file. */
export interface CsvRow {
  /** The line on which the row begins, counted from 1. */
  line: number;
  cells: readonly string[];
}

/**
 * Reads a CSV file (RFC 4180; comma or semicolon; UTF-8 with or without byte order mark, or
 * Windows-1252) as a stream and hands over one row after the other, empty ones left out. Memory does not grow with the file.
 * @returns the letters it was in, and what makes the rest of it unreadable, if anything does: a
 * quotation mark out of place
 * @throws {BadInput} when the file cannot be opened or is not text
 */
export async function readCsv(
  file: string,
  onRow: (row: CsvRow) => void,
): Promise<{ problem?: Problem; encoding: Encoding }> {
  const delimiter = await delimiterOf(file);
  const encoding = await encodingOf(file);
  let failure: { error: unknown } | undefined;
  const takeRecord = (value: unknown, { lines }: { lines: number }): null => {
    const { record, raw } = rawRecordSchema.parse(value);
    if (failure || record.every((cell) => cell.trim() === '')) return null;
    try {
      onRow({ line: firstLine(lines, raw), cells: record });
    } catch (error) {
      failure = { error };
    }
    return null;
  };
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    raw: true,
    on_record: takeRecord,
  });
  const stream = createReadStream(file).on('error', (error) => parser.destroy(error));
  const text = encoding === 'utf-8' ? stream : stream.pipe(decode(encoding));
  text.pipe(parser).resume();
  try {
    await finished(parser);
  } catch (error) {
    if (error instanceof CsvError) return { problem: brokenQuote(file, error), encoding };
    throw error;
  } finally {
    stream.destroy();
  }
  if (failure) throw failure.error;
  return { encoding };
}

/** The letters of a file: UTF-8, or what older spreadsheets on Windows write. */
export type Encoding = 'utf-8' | 'windows-1252';

/** Reads the file once from beginning to end: one wrong byte, and it is not UTF-8. */
async function encodingOf(file: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of createReadStream(file)) {
      if (part instanceof Uint8Array) decoder.decode(part, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

function decode(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (part: Uint8Array, _, done) => done(null, decoder.decode(part, { stream: true })),
  });
}

/** What the parser hands over with `raw`: the record and the text that it was, blank lines before it included. */
const rawRecordSchema = z.object({ record: z.array(z.string()), raw: z.string() });

/** Where a record begins that ends on the line `last`. */
const firstLine = (last: number, raw: string) =>
  last - (raw.trim().match(/\r\n|\n|\r/g)?.length ?? 0);

const errorSchema = z.object({ lines: z.number(), raw: z.string().default('') });

function brokenQuote(file: string, error: CsvError): Problem {
  const { lines, raw } = errorSchema.parse({ lines: error['lines'], raw: error['raw'] });
  const found =
    error.code === 'INVALID_OPENING_QUOTE'
      ? 'a quotation mark in the middle of a cell'
      : 'a quotation mark that opens a cell and is not closed before the next comma or line';
  return {
    file,
    line: firstLine(lines, raw),
    expected: 'cells whose quotation marks come in pairs',
    found,
    remedy:
      'Close or remove it; double it ("") to mean the mark itself. The rows after it were not read.',
  };
}

/** Comma or semicolon, whichever the first line has more of; spreadsheets differ by region. */
async function delimiterOf(file: string): Promise<',' | ';'> {
  const start = await readStart(file);
  if (start.includes('\0')) {
    throw new BadInput([
      {
        file,
        expected: 'a CSV file, which is plain text in UTF-8',
        found: 'a file of another kind',
        remedy: 'In the spreadsheet, save it as "CSV UTF-8", then import that file.',
      },
    ]);
  }
  const [header = ''] = start.trimStart().split(/[\r\n]/, 1);
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

async function readStart(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  const isFile = (await handle?.stat())?.isFile() ?? false;
  if (!handle || !isFile) {
    await handle?.close();
    const found = handle ? 'a folder' : 'no file that can be read';
    throw new BadInput([{ file, expected: 'a CSV file', found, remedy: 'Check the path.' }]);
  }
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(65_536) });
  await handle.close();
  return buffer.toString('utf8', 0, bytesRead);
}
