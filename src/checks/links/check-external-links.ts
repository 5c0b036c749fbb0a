import { askLink, type AskOptions, type LinkAnswer } from './ask-link.ts';
import { type CheckOptions, plannedIn } from '../running/check-content.ts';
import { chosenFiles } from '../running/chosen-files.ts';
import type { CheckReport, Finding } from '../finding.ts';
import { freshFor, readLinkCache, writeLinkCache } from './link-cache.ts';
import { isPlaceholder } from '../language/placeholder-link.ts';
import { openLibrary, readPages } from '../reading/read-library.ts';
import { countWords } from '../running/report-on-page.ts';
import { toFinding } from '../to-finding.ts';

export interface LinkCheckOptions extends CheckOptions {
  /** Where answers are kept for a day. */
  data: string;
  now: Date;
}

const asked = { id: 'link/dead', severity: 'warning' } as const;

/**
 * Asks every site that the documents link to whether its page is there. Each site is asked one
 * page at a time, and a good answer counts for a day.
 * @throws {BadInput} where there is no such folder or file
 */
export async function checkExternalLinks(options: LinkCheckOptions): Promise<CheckReport> {
  const library = await openLibrary(options.folder, plannedIn(options));
  const files = chosenFiles(library, options.files);
  const uses: { to: string; at: Finding }[] = [];
  let words = 0;
  for await (const page of readPages(library)) {
    if (!files.has(page.file)) continue;
    words += countWords(page);
    for (const { to, place } of page.links.filter((link) => isExternal(link.to)))
      uses.push({ to, at: toFinding(asked, { at: place, message: '' }) });
  }
  const cache = await readLinkCache(options.data);
  const wanted = [...new Set(uses.map(({ to }) => to))].filter(
    (to) => options.now.getTime() - Date.parse(cache.get(to) ?? '1970-01-01') > freshFor,
  );
  const answers = await askAll(wanted, { timeout: 10_000 });
  for (const [to, { kind }] of answers) {
    if (kind === 'there') cache.set(to, options.now.toISOString());
    else cache.delete(to);
  }
  await writeLinkCache(options.data, cache);
  return {
    for: options.for,
    documents: files.size,
    words,
    findings: uses.flatMap(({ to, at }) => {
      const said = describe(answers.get(to));
      return said ? [{ ...at, ...said }] : [];
    }),
    acknowledged: [],
    inDrafts: [],
    placeholders: 0,
  };
}

/** Asks about every address: four sites at once, each of them one page at a time. */
export async function askAll(
  addresses: readonly string[],
  options: AskOptions,
): Promise<Map<string, LinkAnswer>> {
  const answers = new Map<string, LinkAnswer>();
  const sites = [...Map.groupBy(addresses, (to) => new URL(to).host).values()];
  const worker = async () => {
    for (let site = sites.shift(); site; site = sites.shift()) {
      for (const to of site) answers.set(to, await askLink(to, options));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return answers;
}

const isExternal = (to: string) => /^https?:/.test(to) && URL.canParse(to) && !isPlaceholder(to);

function describe(answer: LinkAnswer | undefined) {
  switch (answer?.kind) {
    case 'gone':
      return {
        message: `The page is not there any more: its site answered ${answer.status}.`,
        suggestion: 'Find where it has gone, or remove the link.',
      };
    case 'moved':
      return {
        message: 'The page has moved for good.',
        suggestion: answer.to,
        severity: 'advice',
      } as const;
    case 'silent':
      return {
        message: `We could not find out whether the page is there: ${answer.why}.`,
        suggestion: 'Open it yourself. If it opens, leave it as it is.',
      };
    default:
      return undefined;
  }
}
