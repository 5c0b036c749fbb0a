import { join, relative } from 'node:path';
import { eachLink } from '../../document/each-link.ts';
import { eachBlock, isBlock } from '../../document/tree.ts';
import type { Problem } from '../../problems/problem.ts';
import { collections } from '../collections.ts';
import { allDocuments, type Content, type Document } from '../content.ts';

/** Where a published document names another, and how. */
interface Naming {
  line: number;
  /** What it names, as the other checks say what they found. */
  found: string;
  /** The file it names, from the content folder. */
  file: string;
}

/**
 * Reports everything published that quotes a draft, links to one or names one, with both places.
 * @param content without its drafts
 * @param drafts the lines on which they say that they are, by file
 * @returns the problems, in place of what else was found in the same words on the same line
 */
export function checkDrafts(
  content: Content,
  drafts: Content['drafts'],
  folder: string,
  problems: readonly Problem[],
): Problem[] {
  const found = allDocuments(content).flatMap((document) =>
    namingsIn(document, content).flatMap(({ line, found, file }): Problem[] => {
      const path = join(folder, file);
      const says = drafts.get(path);
      if (says === undefined) return [];
      return [
        {
          file: document.file,
          line,
          expected: 'what is published to lead to nothing that is not',
          found: `${found}, which is a draft: ${relative(process.cwd(), path)}:${says}`,
          remedy:
            'Take "state: draft" out there once it is ready, add it here too, or leave this out for now.',
        },
      ];
    }),
  );
  const once = [
    ...new Map(found.map((one) => [`${one.file}:${one.line}:${one.found}`, one])).values(),
  ];
  const isSaid = (problem: Problem) =>
    once.some(
      ({ file, line, found: said }) =>
        file === problem.file && line === problem.line && said.startsWith(`${problem.found}, `),
    );
  return [...problems.filter((problem) => !isSaid(problem)), ...once];
}

const fileOf = (kind: keyof typeof collections, id: string) =>
  `${collections[kind].folder}/${id}.mdx`;

const quotes = { Guidance: 'guidance', KnownIssue: 'knownIssues', Release: 'releases' } as const;

function namingsIn({ file, body, lineAt }: Document<unknown>, content: Content): Naming[] {
  const namings: Naming[] = [];
  for (const block of eachBlock(body)) {
    if (isBlock(block, 'Guidance') || isBlock(block, 'KnownIssue') || isBlock(block, 'Release')) {
      const { id } = block.props;
      namings.push({
        line: lineAt(block.at),
        found: `"${id}"`,
        file: fileOf(quotes[block.name], id),
      });
    }
  }
  for (const { to, at } of eachLink(body)) {
    const target = pageFile(to);
    if (target) namings.push({ line: lineAt(at), found: `a link to ${to}`, file: target });
  }
  return [...namings, ...namedInKeys(file, content)];
}

/** The file of the page that a link leads to: "/guidance/families/#who" leads to guidance/families.mdx. */
function pageFile(to: string): string | undefined {
  const [, first = '', second = ''] = to.split(/[#?]/, 1)[0]?.split('/') ?? [];
  if (!to.startsWith('/') || first === '') return undefined;
  const kind = Object.values(collections).find(({ folder }) => folder === first);
  if (kind) return second === '' ? undefined : `${first}/${second}.mdx`;
  return fileOf('pages', first);
}

function namedInKeys(file: string, { corrections, knownIssues, releases }: Content): Naming[] {
  const own = <Data>(documents: readonly Document<Data>[]) =>
    documents.filter((one) => one.file === file);
  const naming = (line: number, id: string, kind: keyof typeof collections): Naming => ({
    line,
    found: `"${id}"`,
    file: fileOf(kind, id),
  });
  return [
    ...own(corrections).map(({ data, lineOf }) =>
      naming(lineOf(['corrects']), data.corrects.edition, 'newsletters'),
    ),
    ...own(knownIssues).flatMap(({ data: { fixedIn, related }, lineOf }) => [
      ...(fixedIn === undefined ? [] : [naming(lineOf(['fixedIn']), fixedIn, 'releases')]),
      ...related.map((id, index) => naming(lineOf(['related', index]), id, 'knownIssues')),
    ]),
    ...own(releases).flatMap(({ data: { changes }, lineOf }) =>
      changes.flatMap(({ knownIssues: ids }, change) =>
        ids.map((id, index) =>
          naming(lineOf(['changes', change, 'knownIssues', index]), id, 'knownIssues'),
        ),
      ),
    ),
  ];
}
