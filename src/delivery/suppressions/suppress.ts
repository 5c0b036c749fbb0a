import { basename } from 'node:path';
import { dayAt } from '../../dates/new-zealand.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Store } from '../store/store.ts';
import { maskAddress, normaliseAddress } from '../list-files/address.ts';
import { matchColumns, type Columns, type Field } from '../list-files/csv-columns.ts';
import { isNo, standingOfWord, type No } from '../list-files/consent-words.ts';
import { forgottenTest, keepForgotten, readForgotten, type Forgotten } from './forgotten.ts';
import { readCsv, type CsvRow } from '../list-files/read-csv.ts';
import { dayOf } from '../list-files/read-day.ts';
import { objection, saidAbout, weightiest } from '../list-files/said-about.ts';
import { standingOfFile } from '../list-files/standing-of-file.ts';
import {
  keepSuppressions,
  keptLine,
  openSuppressions,
  scopeOf,
  type Scope,
  type Suppression,
  type SuppressionCounts,
} from './suppression.ts';

/** What came of keeping the nos of a file. */
export interface SuppressReport extends SuppressionCounts {
  /** Asked to be forgotten where the file was exported; that holds here from now on. */
  forgotten: number;
  /** Of whom the file itself says that they did not say no: nothing was changed for them. */
  leftOut: number;
}

/** What holds for every row of a file that does not say otherwise. */
export interface SuppressOrder {
  list: Scope;
  /** In a word that is known, or in a line of somebody's own, which then is kept beside "unsubscribed". */
  reason: string | undefined;
  source: string | undefined;
  saidOn: string | undefined;
}

/** The no of one person, whether anybody holds them or not. */
export function suppressPerson(
  store: Store,
  address: string,
  order: SuppressOrder,
  now: Date,
): SuppressionCounts {
  const waiting = openSuppressions(store);
  const { reason, detail } = reasonOf(order.reason ?? '');
  const no: Suppression = {
    address,
    list: order.list,
    reason: reason ?? 'unsubscribed',
    detail,
    source: order.source ?? 'asked',
    saidOn: order.saidOn ?? dayAt(now),
  };
  return store.transaction(() => {
    if (forgottenTest(store)(address)) return { kept: nobody(), known: 1, takenOff: 0 };
    waiting.add(no);
    return keepSuppressions(store, waiting, now);
  });
}

/**
 * Keeps the no of everybody in a CSV file for good, or of nobody where a single row is wrong. Each row may say
 * its own reason, source and day; a row of a column of consent that says yes is left out.
 * @throws {BadInput} naming every row at fault, addresses masked; or when no row says no
 */
export async function suppressFile(
  store: Store,
  file: string,
  order: SuppressOrder,
  now: Date,
): Promise<SuppressReport> {
  const problems: Problem[] = [];
  const today = dayAt(now);
  const isForgotten = forgottenTest(store);
  const byName = standingOfFile(file);
  const usual = order.reason ?? (isNo(byName) ? byName : '');
  const seen = { nos: 0, known: 0, leftOut: 0 };
  const forgotten: Forgotten[] = [];
  let columns: Columns | undefined;
  const waiting = openSuppressions(store);
  const takeRow = (row: CsvRow) => {
    if (!columns) {
      const matched = matchColumns(file, row.line, row.cells);
      columns = matched.columns;
      problems.push(...matched.problems);
      return;
    }
    if (!columns.positions.has('email')) return;
    const cell = (field: Field) => row.cells[columns?.positions.get(field) ?? -1] ?? '';
    const gone = columns.ours ? readForgotten(cell('email'), cell('changed'), now) : undefined;
    if (gone) {
      seen.nos += 1;
      forgotten.push(gone);
      return;
    }
    const read = readNo(columns, row, usual, today);
    problems.push(...read.problems.map((one) => ({ file, line: row.line, ...one })));
    if (read.leftOut) seen.leftOut += 1;
    if (!read.no) return;
    seen.nos += 1;
    const { address, reason, detail, source, saidOn } = read.no;
    if (isForgotten(address)) {
      seen.known += 1;
      return;
    }
    waiting.add({
      address,
      list: columns.ours && order.list === '*' ? scopeOf(cell('lists'), reason, '*') : order.list,
      reason,
      detail,
      source: order.source ?? (source === '' ? keptLine(basename(file)) : source),
      saidOn: order.saidOn ?? saidOn,
    });
  };
  const { problem: broken } = await readCsv(file, takeRow);
  if (broken) problems.push(broken);
  if (problems.length === 0 && seen.nos === 0) problems.push(noNo(file, seen.leftOut));
  if (problems.length > 0) throw new BadInput(problems);
  return store.transaction(() => {
    const counts = keepSuppressions(store, waiting, now);
    const added = keepForgotten(store, forgotten, now);
    const known = counts.known + seen.known + forgotten.length - added;
    return { ...counts, known, forgotten: added, leftOut: seen.leftOut };
  });
}

type RowNo = Omit<Suppression, 'list'>;
type Fault = Omit<Problem, 'file' | 'line'>;

function readNo(
  columns: Columns,
  row: CsvRow,
  usual: string,
  today: string,
): { no?: RowNo; leftOut?: boolean; problems: Fault[] } {
  const cell = (field: Field) =>
    (row.cells[columns.positions.get(field) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
  const problems: Fault[] = [];
  const address = normaliseAddress(cell('email'));
  if (!address.ok) {
    const shown = cell('email') === '' ? '' : `${maskAddress(cell('email'))} with `;
    const remedy = 'Correct the address or remove the row.';
    problems.push({ expected: 'an email address', found: `${shown}${address.reason}`, remedy });
  }
  const said = weightiest(saidAbout(columns.consent, row.cells));
  if (said?.says === 'unknown') problems.push(...objection(said));
  const written = columns.ours ? cell('changed') : cell('date');
  const moments = columns.consent.filter(({ column }) => column.kind === 'no');
  const moment = moments.flatMap(({ at }) => dayOf(row.cells[at] ?? '') ?? [])[0];
  const saidOn = written === '' ? (moment ?? today) : dayOf(written);
  if (saidOn === undefined || saidOn > today) {
    problems.push({
      expected: `the day of the no written 2026-05-08 or 8/05/2026, not after today (${today})`,
      found: written.includes('@') ? maskAddress(written) : `"${written.slice(0, 40)}"`,
      remedy: 'Correct the date.',
    });
  }
  if (problems.length > 0 || !address.ok || saidOn === undefined) return { problems };
  const own = reasonOf(cell('reason'));
  const given = reasonOf(usual);
  const byColumn = said?.says ?? 'nothing';
  if (byColumn !== 'nothing' && !isNo(byColumn)) return { leftOut: true, problems };
  const reason = isNo(byColumn) ? byColumn : (own.reason ?? given.reason ?? 'unsubscribed');
  const detail = own.detail === '' ? given.detail : own.detail;
  const source = keptLine(cell('source'));
  return { no: { address: address.address, reason, detail, source, saidOn }, problems };
}

/** A reason in a known word; any other line is kept as it is. */
function reasonOf(text: string): { reason?: No; detail: string } {
  const standing = standingOfWord(text);
  if (isNo(standing)) return { reason: standing, detail: '' };
  return { detail: keptLine(text) };
}

const nobody = () => ({ unsubscribed: 0, bounced: 0, complained: 0 });

const noNo = (file: string, leftOut: number): Problem => ({
  file,
  expected: 'a column "email" and a row for everybody who said no',
  found: leftOut > 0 ? 'only people who, by its columns of consent, did not' : 'no row',
  remedy: 'If they did say no, remove the column that says otherwise.',
});
