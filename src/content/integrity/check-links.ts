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
    for (const { to, at } of eachLink(body)) {
      // Files have checks of their own.
      if (isFileAddress(to)) continue;
      // What starts otherwise, the parser has let through or refused.
      if (!/^(\/(?![/\\])|#)/.test(to)) continue;
      const address = new URL(to, `https://site.example${own}`);
      const problem = describeLink(to, address, pages);
      if (!problem || leadsInto(unsure, address)) continue;
      const line = lineAt(at);
      const found = { file, line, ...problem };
      if (said.has(keyOf(found))) continue;
      said.add(keyOf(found));
      problems.push(found);
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
const keyOf = ({ file, line, found }: Problem) => JSON.stringify([file, line, found]);

/** Whether a link leads to a page made from one of these files. */
const leadsInto = (files: ReadonlySet<string>, { pathname }: URL) =>
  pathname.split('/').some((part) => files.has(part));

/* Nobody reads a longer list, and a page may have thousands. */
const mostListed = 20;

function listed(anchors: ReadonlySet<string>): string {
  const first = [...anchors.values().take(mostListed)].join(', ');
  const more = anchors.size - mostListed;
  return more > 0 ? `${first} and ${more} more` : first || 'it has none yet';
}

type Words = Pick<Problem, 'expected' | 'found' | 'remedy'>;

function describeLink(
  to: string,
  { pathname, hash }: URL,
  pages: ReadonlyMap<string, ReadonlySet<string>>,
): Words | undefined {
  const anchors = pages.get(pathname);
  const anchor = hash.slice(1);
  if (anchors && (anchor === '' || anchors.has(anchor))) return undefined;
  const meant = anchors ? closest(anchor, anchors) : closest(pathname, pages);
  return {
    expected: anchors ? `an anchor of ${pathname}: ${listed(anchors)}` : 'a page of this site',
    found: `a link to ${to}`,
    remedy: meant
      ? `Write ${anchors ? `${to.split('#', 1)[0]}#${meant}` : meant} if that is what you meant.`
      : 'Open the page in the site and copy its address from there.',
  };
}
