import { ofDraft } from '../../problems/of-draft.ts';
import { changedSince, expectUnchanged } from '../../content/reading/sources.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import { checkLibrary } from './check-content.ts';
import type { Finding } from '../finding.ts';
import { isMailed } from '../reading/is-mailed.ts';
import type { Library } from '../reading/page.ts';
import { refused, sayRefused } from './problem-findings.ts';
import { openLibrary, readPageOf } from '../reading/read-library.ts';
import { findingsOn, pageRules } from './report-on-page.ts';

export interface RefuseOptions {
  /** The content folder. */
  folder: string;
  /** Where the build left its bulletins: they are checked too, and have to be of this very text. */
  out?: string;
  /** The day the edition is to be sent, YYYY-MM-DD, where that is not its date. */
  sendDay?: string;
}

/**
 * Lets an edition or a correction be approved only where no error stands in it, in the pages that
 * it quotes or in the contacts, and only where its bulletins were built from the text that is checked.
 * @param edition the date of the edition or the name of the correction, which names its file
 * @throws {BadInput} with every file that changed since the build or meanwhile, or with every error that
 *   stands
 */
export async function refuseErrors(
  edition: string,
  { folder, out, sendDay }: RefuseOptions,
): Promise<void> {
  const library = await openLibrary(
    folder,
    sendDay === undefined ? undefined : { day: sendDay, ids: [edition] },
    out,
  );
  const files = await filesOf(edition, library);
  refuseDraft(files[0], library);
  const { read } = library.content;
  const changed = out === undefined ? [] : await changedSince(out, read, folder, files);
  if (changed.length > 0) {
    throw new BadInput(
      changed.map((file) => ({
        file,
        expected: 'the text that the bulletins were built from',
        found: 'a newer one',
        remedy: 'Run `npm run -s panui -- build`, read the bulletin again, then approve it.',
      })),
    );
  }
  await expectNoErrors(library, files);
  // What was checked is what was compared with the build.
  await expectUnchanged(new Map([...read].filter(([file]) => files.includes(file))));
}

/**
 * Refuses a build for sending while an error stands anywhere in the content folder.
 * @param threads how many other threads help; left out, as many as the work and the machine are worth
 * @throws {BadInput} with every error in every document at once
 */
export async function refuseAllErrors(folder: string, threads?: number): Promise<void> {
  await expectNoErrors(await openLibrary(folder), undefined, threads);
}

/**
 * Refuses a build for sending while an error stands in a bulletin that it left in the folder `out`;
 * the texts were checked before.
 * @throws {BadInput} with every error in every bulletin at once
 */
export async function refuseBulletinErrors(folder: string, out: string): Promise<void> {
  const library = await openLibrary(folder, undefined, out);
  const found: Finding[] = [];
  for (const file of library.files.filter(isMailed)) {
    const page = await readPageOf(library, file);
    if (page) found.push(...findingsOn(page, library, ofBulletins));
  }
  refuse(found, library);
}

/** The file of an edition or a correction, and those whose words stand in its bulletins. */
async function filesOf(edition: string, library: Library): Promise<string[]> {
  const { files } = library;
  const own = files.find((one) => isMailed(one) && one.id === edition);
  const page = own && (await readPageOf(library, own));
  const quoted = (page?.blocks ?? []).flatMap(({ name, props }) => {
    const kind = { Guidance: 'guidance', KnownIssue: 'knownIssues', Release: 'releases' }[name];
    return files.filter((one) => one.kind === kind && one.id === props['id']);
  });
  const shared = files.filter(({ kind }) => kind === 'contacts');
  return [...new Set([own, ...quoted, ...shared])].flatMap((one) => one?.file ?? []);
}

const ofBulletins = pageRules.filter(({ runs }) => runs === 'bulletin');

async function expectNoErrors(
  library: Library,
  files?: readonly string[],
  threads?: number,
): Promise<void> {
  const options = { for: 'send' as const, ...(files && { files }) };
  const { findings } = await checkLibrary(library, options, threads);
  refuse(findings, library);
}

/** @throws {BadInput} where the file is a draft */
function refuseDraft(file: string | undefined, { content: { drafts } }: Library): void {
  const line = file === undefined ? undefined : drafts.get(file);
  if (file !== undefined && line !== undefined) throw new BadInput([{ file, line, ...ofDraft }]);
}

/** What is wrong in a draft keeps nothing from being built or sent: the draft itself is left out. */
function refuse(findings: readonly Finding[], { problems, content: { drafts } }: Library): void {
  const errors = findings.filter(({ severity, file }) => severity === 'error' && !drafts.has(file));
  if (errors.length > 0) throw new BadInput(errors.map((error) => asProblem(error, problems)));
}

/** What the schemas and the parser refuse is said in their own words. */
function asProblem(
  { file, line, rule, words, message, suggestion }: Finding,
  problems: readonly Problem[],
): Problem {
  const own = problems.find(
    (problem) =>
      rule === refused &&
      problem.file === file &&
      (problem.line ?? 1) === line &&
      sayRefused(problem) === message,
  );
  const shown = words.split('\n', 1)[0]?.slice(0, 80) ?? '';
  const where = message.includes(shown) ? '' : ` (at “${shown}”)`;
  return (
    own ?? {
      file,
      line,
      expected: `no error of the rule ${rule}`,
      found: `this: ${message.replace(/\.$/, '')}${where}`,
      remedy: suggestion ?? 'Mend it, and check again.',
    }
  );
}
