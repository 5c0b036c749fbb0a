import { eachLink } from '../../document/each-link.ts';
import type { Flow } from '../../document/tree.ts';
import { variantFor } from '../../document/variant.ts';
import { isFileAddress } from '../../files/content-file.ts';
import type { Problem } from '../../problems/problem.ts';
import { closest } from '../../problems/closest.ts';
import { audienceIds } from '../../publication/site.ts';
import type { Content, Document } from '../content.ts';
import { paths } from '../paths.ts';
import { siteMap } from '../views/site-map.ts';

/**
 * Reports links to pages or anchors of this site that do not exist. An edition is checked as each
 * audience gets it, too: a link must not lead to an item that its readers never see.
 * @param unsure the names of files with problems of their own: what they hold is not known for sure
 */
export function checkLinks(
  content: Content,
  unsure: ReadonlySet<string>,
  problems: Problem[],
): void {
  const pages = siteMap(content);
  const said = new Set(problems.map(keyOf));
  const check = ({ file, lineAt }: Document<unknown>, body: readonly Flow[], own: string) => {
    let guesses = 0;
    for (const { to, at } of eachLink(body)) {
      // Files have checks of their own.
      if (isFileAddress(to)) continue;
      // What starts otherwise, the parser has let through or refused.
      if (!/^(\/(?![/\\])|#)/.test(to)) continue;
      const address = new URL(to, `https://site.example${own}`);
      if (isThere(address, pages) || leadsInto(unsure, address)) continue;
      const link = { file, line: lineAt(at), found: `a link to ${to}` };
      if (said.has(keyOf(link))) continue;
      said.add(keyOf(link));
      guesses += 1;
      problems.push({ ...link, ...describeLink(to, address, pages, guesses <= mostGuesses) });
    }
  };
  const mailed = [
    ...content.newsletters.map((one) => ({
      ...one,
      whole: paths.newsletter,
      page: paths.newsletterFor,
    })),
    ...content.corrections.map((one) => ({
      ...one,
      whole: paths.correction,
      page: paths.correctionFor,
    })),
  ];
  for (const { whole, page, ...document } of mailed) {
    const { id, data, body } = document;
    check(document, body, whole(id));
    for (const audience of audienceIds().filter((each) => data.bulletins[each])) {
      for (const channel of ['web', 'email'] as const) {
        check(document, variantFor(body, { audience, channel }), page(id, audience));
      }
    }
  }
  const others: [readonly Document<unknown>[], (id: string) => string][] = [
    [content.guidance, paths.guidance],
    [content.knownIssues, paths.knownIssue],
    [content.releases, paths.release],
    [content.help, paths.helpPage],
  ];
  for (const [documents, path] of others) {
    for (const document of documents) check(document, document.body, path(document.id));
  }
}

/** What tells a link from others; another that is found there is the same one, in another variant. */
const keyOf = ({ file, line, found }: Pick<Problem, 'file' | 'line' | 'found'>) =>
  JSON.stringify([file, line, found]);

/** Whether a link leads to a page made from one of these files. */
const leadsInto = (files: ReadonlySet<string>, { pathname }: URL) =>
  pathname.split('/').some((part) => files.has(part));

/* Nobody mends more at once, and each takes a look at every page. */
const mostGuesses = 50;

/* Nobody reads a longer list, and a page may have thousands. */
const mostListed = 20;

function listed(anchors: ReadonlySet<string>): string {
  const first = [...anchors.values().take(mostListed)].join(', ');
  const more = anchors.size - mostListed;
  return more > 0 ? `${first} and ${more} more` : first || 'it has none yet';
}

type Pages = ReadonlyMap<string, ReadonlySet<string>>;

function isThere({ pathname, hash }: URL, pages: Pages): boolean {
  const anchors = pages.get(pathname);
  return anchors !== undefined && (hash.length < 2 || anchors.has(hash.slice(1)));
}

function describeLink(
  to: string,
  { pathname, hash }: URL,
  pages: Pages,
  mayGuess: boolean,
): Pick<Problem, 'expected' | 'remedy'> {
  const anchors = pages.get(pathname);
  const meant = mayGuess && (anchors ? closest(hash.slice(1), anchors) : closest(pathname, pages));
  return {
    expected: anchors ? `an anchor of ${pathname}: ${listed(anchors)}` : 'a page of this site',
    remedy: meant
      ? `Write ${anchors ? `${to.split('#', 1)[0]}#${meant}` : meant} if that is what you meant.`
      : 'Open the page in the site and copy its address from there.',
  };
}
