import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { BadInput, type Problem } from '../../problems/problem.ts';

/** One record of a CSV file. */
export interface CsvRow {
  /** The line on which the row begins, counted from 1. */
  line: number;
  cells: readonly string[];
}

/**
 * Reads a CSV file (RFC 4180; comma, semicolon or tab; lines that end as on Windows, Unix or old Macs, also
 * mixed; UTF-8 with or without byte order mark, or Windows-1252) as a stream, and yields one row after the
 * other, empty ones left out. Memory does not grow with the file.
 * @returns the letters it was in, and what makes the rest of it unreadable, if anything does: a
 * quotation mark out of place
 * @throws {BadInput} when the file cannot be opened or is not text
 */
export async function readCsv(
  file: string,
  onRow: (row: CsvRow) => void,
): Promise<{ problem?: Problem; encoding: Encoding }> {
  const { delimiter, hints } = await layoutOf(file);
  const encoding = await encodingOf(file);
  let failure: { error: unknown } | undefined;
  let nextLine = 1;
  const takeRecord = (value: unknown): null => {
    const { record, raw } = rawRecordSchema.parse(value);
    const line = nextLine + blankLines(raw);
    nextLine += raw.match(lineEnd)?.length ?? 0;
    if (failure || line <= hints || record.every((cell) => cell.trim() === '')) return null;
    try {
      onRow({ line, cells: record });
    } catch (error) {
      failure = { error };
    }
    return null;
  };
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
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
    if (!(error instanceof CsvError)) throw error;
    return { problem: brokenQuote(file, nextLine, error), encoding };
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
    if (!(error instanceof TypeError)) throw error;
    await refuseDamagedUtf8(file);
    return 'windows-1252';
  }
}

/**
 * Windows-1252 makes letters of any bytes, so a file of which only some are not in UTF-8 would be taken in
 * with every macron spoilt.
 * @throws {BadInput} naming the first line at fault, where as many letters beyond ASCII are right as wrong
 */
async function refuseDamagedUtf8(file: string): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  const seen = { lines: 1, right: 0, wrong: 0, firstLine: 0 };
  for await (const part of createReadStream(file)) {
    if (!(part instanceof Uint8Array)) continue;
    for (const [sign] of decoder.decode(part, { stream: true }).matchAll(/[\u0080-\uffff]|\n/g)) {
      if (sign === '\n') seen.lines += 1;
      else if (sign !== '\ufffd') seen.right += 1;
      else if ((seen.wrong += 1) === 1) seen.firstLine = seen.lines;
    }
  }
  if (seen.right < seen.wrong) return;
  const found = 'letters in UTF-8 and, here and perhaps below, in another encoding';
  const remedy = 'Type the spoilt letters anew, and save the file as "CSV UTF-8".';
  const expected = 'letters in one encoding';
  throw new BadInput([{ file, line: seen.firstLine, expected, found, remedy }]);
}

function decode(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (part: Uint8Array, _, done) => done(null, decoder.decode(part, { stream: true })),
  });
}

/** What the parser yields with `raw`: the record and the text that it was, blank lines before it included. */
const rawRecordSchema = z.object({ record: z.array(z.string()), raw: z.string() });

const lineEnd = /\r\n|\n|\r/g;

/** How many empty lines stand before a record. */
const blankLines = (raw: string) => /^[\r\n]*/.exec(raw)?.[0].match(lineEnd)?.length ?? 0;

const errorSchema = z.object({ raw: z.string().default('') });

function brokenQuote(file: string, nextLine: number, error: CsvError): Problem {
  const { raw } = errorSchema.parse({ raw: error['raw'] });
  const found =
    error.code === 'INVALID_OPENING_QUOTE'
      ? 'a quotation mark in the middle of a cell'
      : 'a quotation mark that opens a cell and is not closed before the next comma or line';
  return {
    file,
    line: nextLine + blankLines(raw),
    expected: 'cells whose quotation marks come in pairs',
    found,
    remedy:
      'Close or remove it; double it ("") to mean the mark itself. The rows after it were not read.',
  };
}

/**
 * Comma, semicolon or tab, whichever the headers have most of outside quotation marks; spreadsheets differ by
 * region. Some write a line before the headers that only says which, "sep=;": a hint, not a row.
 */
async function layoutOf(file: string): Promise<{ delimiter: string; hints: number }> {
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
  const hint = /^\ufeff?sep=([,;\t])[\r\n]/.exec(start)?.[1];
  if (hint !== undefined) return { delimiter: hint, hints: 1 };
  const counts = countSeparators(start.replace(/^[\ufeff\s]+/, ''));
  const [delimiter = ','] = separators.toSorted((one, other) => counts[other] - counts[one]);
  return { delimiter, hints: 0 };
}

const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

/**
 * How often each sign separates cells in the first record. A quotation mark that begins a cell quotes all up to
 * the next single one, separators and line ends too (RFC 4180, 2.5 to 2.7); elsewhere it is a letter.
 */
function countSeparators(text: string): Record<Separator, number> {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let begins = true;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\r' || sign === '\n') break;
    if (begins && sign === '"') {
      const quoted = /^"(?:[^"]|"")*"?/.exec(text.slice(at))?.[0] ?? '"';
      at += quoted.length - 1;
    }
    const separator = separators.find((one) => one === sign);
    if (separator) counts[separator] += 1;
    begins = separator !== undefined;
  }
  return counts;
}

async function readStart(file: string): Promise<string> {
  // Looked at before it is opened: to open a pipe waits for somebody who writes into it.
  const kind = await stat(file).catch(() => undefined);
  const handle = kind?.isFile() ? await open(file).catch(() => undefined) : undefined;
  if (!handle) {
    const other = kind?.isDirectory() ? 'a folder' : 'a pipe or a device';
    const found = kind && !kind.isFile() ? other : 'no file that can be read';
    throw new BadInput([{ file, expected: 'a CSV file', found, remedy: 'Check the path.' }]);
  }
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(65_536) });
  await handle.close();
  return buffer.toString('utf8', 0, bytesRead);
}
