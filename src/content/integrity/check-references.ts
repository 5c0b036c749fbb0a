import { eachBlock, isBlock, type Block } from '../../document/tree.ts';
import type { Problem } from '../../problems/problem.ts';
import { closest } from '../../problems/closest.ts';
import type { Publication } from '../../publication/site.ts';
import { allDocuments, type Content, type Document } from '../content.ts';

const homes = {
  contact: 'contacts.yaml',
  'guidance page': 'the folder guidance',
  'known issue': 'the folder known-issues',
  release: 'the folder releases',
};

/** Where a file was read from, and the lines of its keys. */
export type Source = Pick<Document<unknown>, 'file' | 'lineOf'>;

/** The files that name contacts and are no documents. */
export interface ReferringSources {
  contacts: Source;
  glossary: Source;
  /** Left out of examples, which have none of their own. */
  site: (Source & { publication: Publication }) | undefined;
}

/**
 * Reports every id, in a block or in front matter, that names nothing.
 * @param unsure the names of files with problems of their own: what they hold is not known for sure
 */
export function checkReferences(
  content: Content,
  { contacts, site }: ReferringSources,
  unsure: ReadonlySet<string>,
  problems: Problem[],
): void {
  const known = {
    contact: [...content.contacts.keys()],
    'guidance page': content.guidance.map(({ id }) => id),
    'known issue': content.knownIssues.map(({ id }) => id),
    release: content.releases.map(({ id }) => id),
  };
  const expect = (kind: keyof typeof known, id: string | undefined, file: string, line: number) => {
    if (id === undefined || known[kind].includes(id) || unsure.has(id)) return;
    if (kind === 'contact' && unsure.has('contacts')) return;
    const meant = closest(id, known[kind]);
    problems.push({
      file,
      line,
      expected: `the id of a ${kind}: ${known[kind].join(', ') || 'there is none yet'}`,
      found: `"${id}"`,
      remedy: meant
        ? `Write "${meant}" if that is what you meant.`
        : `Add it to ${homes[kind]}, or name another ${kind}.`,
    });
  };
  const checkBlock = (block: Block, file: string, line: number) => {
    if (isBlock(block, 'Contact')) expect('contact', block.props.id, file, line);
    if (isBlock(block, 'KnownIssue')) expect('known issue', block.props.id, file, line);
    if (isBlock(block, 'Release')) expect('release', block.props.id, file, line);
    if (isBlock(block, 'Guidance')) {
      expect('guidance page', block.props.id, file, line);
      if (!unsure.has(block.props.id)) {
        expectPrinciple(content, block.props, file, line, problems);
      }
    }
  };
  for (const { body, file, lineAt } of allDocuments(content))
    for (const block of eachBlock(body)) checkBlock(block, file, lineAt(block.at));
  for (const { data, file, lineOf } of [...content.guidance, ...content.earlierGuidance]) {
    expect('contact', data.owner, file, lineOf(['owner']));
    const { instead } = data.withdrawn ?? {};
    expect('guidance page', instead, file, lineOf(['withdrawn', 'instead']));
  }
  for (const { body, file, lineAt } of [...content.guidance, ...content.earlierGuidance]) {
    for (const block of eachBlock(body)) {
      if (!isBlock(block, 'Guidance')) continue;
      problems.push({
        file,
        line: lineAt(block.at),
        expected: 'guidance that quotes no guidance, so that no page quotes itself',
        found: `<Guidance id="${block.props.id}" />`,
        remedy: 'Link to the page instead.',
      });
    }
  }
  for (const { id, file } of content.earlierGuidance) {
    expect('guidance page', id.split('/')[0], file, 1);
  }
  for (const { data, file, lineOf } of content.knownIssues) {
    expect('contact', data.reportTo, file, lineOf(['reportTo']));
    expect('release', data.fixedIn, file, lineOf(['fixedIn']));
    data.related.forEach((id, index) =>
      expect('known issue', id, file, lineOf(['related', index])),
    );
  }
  for (const { data, file, lineOf } of content.releases) {
    data.changes.forEach(({ knownIssues }, change) =>
      knownIssues.forEach((id, index) =>
        expect('known issue', id, file, lineOf(['changes', change, 'knownIssues', index])),
      ),
    );
  }
  if (site) {
    expect('contact', site.publication.contact, site.file, site.lineOf(['contact']));
  }
  for (const [id, { notFor }] of content.contacts) {
    notFor.forEach(({ instead }, index) => {
      const line = contacts.lineOf([id, 'notFor', index, 'instead']);
      expect('contact', instead, contacts.file, line);
    });
  }
}

function expectPrinciple(
  content: Content,
  { id, principle }: { id: string; principle?: string | undefined },
  file: string,
  line: number,
  problems: Problem[],
): void {
  const page = content.guidance.find((document) => document.id === id);
  if (!page || principle === undefined) return;
  const principles = page.body.flatMap((node) =>
    isBlock(node, 'Principle') ? [node.props.id] : [],
  );
  if (principles.includes(principle)) return;
  const meant = closest(principle, principles);
  problems.push({
    file,
    line,
    expected: `a principle of ${id}: ${principles.join(', ') || 'it has none yet'}`,
    found: `"${principle}"`,
    remedy: meant
      ? `Write "${meant}" if that is what you meant.`
      : 'Leave "principle" out to quote the whole page, or name one that it has.',
  });
}
