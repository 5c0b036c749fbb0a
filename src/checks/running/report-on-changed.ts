import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { allDocuments } from '../../content/content.ts';
import { stampOf, sumOf } from '../../disk/read-file.ts';
import { isMailed } from '../reading/is-mailed.ts';
import type { Library, LibraryFile } from '../reading/page.ts';
import { bulletinFiles, libraryGatherer } from '../reading/read-library.ts';
import type { PageReport } from './report-on-page.ts';
import { reportOnAll } from './report-on-all.ts';
import { threadsFor } from './report-threads.ts';

/** A report that was made before, and what it was made of. */
interface KeptReport {
  /** What the page was read from. */
  page: string;
  /** What else the rules looked at; nothing where it was only noted what others are compared with. */
  around: string | undefined;
  report: PageReport;
}

/** What earlier checks of a content folder read and found. */
export interface KeptChecks {
  gather: ReturnType<typeof libraryGatherer>;
  /** By file. */
  reports: Map<string, KeptReport>;
}

/** Begins to keep what checks of a content folder read and find: a report on each page, and no text. */
export const keepChecks = (folder: string): KeptChecks => ({
  gather: libraryGatherer(folder),
  reports: new Map(),
});

/**
 * As `reportOnAll`, for who checks again and again. A page that was not changed is not read again: what rules that
 * compare pages noted of it stays so, and what all others found does while nothing is changed that they look at beside
 * the page, which are front matter, lists, and the pages and anchors there are.
 */
export async function reportOnChanged(
  library: Library,
  chosen: ReadonlySet<string>,
  say: (page: number, report: PageReport | undefined) => void,
  { reports }: KeptChecks,
): Promise<void> {
  const around = aroundPages(library);
  const keys = await Promise.all(library.files.map((one) => keyOf(library, one)));
  const open: number[] = [];
  for (const [number, { file }] of library.files.entries()) {
    const kept = reports.get(file);
    const isChosen = chosen.has(file);
    if (!kept || kept.page !== keys[number] || (isChosen && kept.around !== around))
      open.push(number);
    else say(number, isChosen ? kept.report : notesOf(kept.report));
  }
  const files = open.flatMap((number) => library.files[number] ?? []);
  const made: (readonly [number, PageReport])[] = [];
  const take = (page: number, report: PageReport | undefined) => {
    const number = open[page] ?? 0;
    if (report) made.push([number, report]);
    say(number, report);
  };
  const news = files.filter(({ file }) => chosen.has(file)).length;
  await reportOnAll({ ...library, files }, chosen, take, threadsFor(news));
  await Promise.all(
    made.map(async ([number, report]) => {
      const { file } = report;
      const page = keys[number];
      const stamp = library.read.get(file)?.stamp;
      // A file that was written meanwhile may have been read as what it says now.
      if (page === undefined || (stamp !== 'unsaved' && stamp !== (await stampOf(file)))) return;
      reports.set(file, { page, around: chosen.has(file) ? around : undefined, report });
    }),
  );
}

const notesOf = ({ file, notes }: PageReport): PageReport => ({
  file,
  notes,
  findings: [],
  refusals: [],
  acks: [],
  words: 0,
});

/** What a page is made of; nothing where its file could not be read. */
async function keyOf(library: Library, one: LibraryFile): Promise<string | undefined> {
  const { read, planned, out, documents } = library;
  const { file, id } = one;
  const own = read.get(file);
  if (!own) return undefined;
  const built = isMailed(one) && out !== undefined ? bulletinFiles(out, id) : [];
  return JSON.stringify([
    own.sum,
    documents.has(file),
    siteSum(library),
    planned,
    await Promise.all(built.map(stampOf)),
    library.problems.filter((problem) => problem.file === file),
  ]);
}

const siteSum = ({ folder, read }: Library) => read.get(join(folder, 'site.yaml'))?.sum;

/** All that a rule may look at beside the page, as one short text. */
function aroundPages(library: Library): string {
  const { content, siteMap, unreadable, planned } = library;
  const hash = createHash('sha256');
  const add = (what: unknown) => hash.update(JSON.stringify(what));
  for (const { file, data } of allDocuments(content)) add([file, sumOfData(data)]);
  add([...content.contacts]);
  add([...content.glossary]);
  add([content.kupu, content.words, [...content.files], [...content.drafts.keys()]]);
  for (const [page, anchors] of siteMap) add([page, ...anchors]);
  add([unreadable, planned, siteSum(library)]);
  return hash.digest('hex');
}

const sums = new WeakMap<object, string>();

/** What is not read again is the same object. */
function sumOfData(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const known = sums.get(data) ?? sumOf(Buffer.from(JSON.stringify(data)));
  sums.set(data, known);
  return known;
}
