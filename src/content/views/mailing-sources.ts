import { join, relative, sep } from 'node:path';
import { eachBlock, isBlock } from '../../document/tree.ts';
import { type Content, type Document, documentById } from '../content.ts';

/**
 * The files that the bulletins of an edition or a correction are made of, from the content folder,
 * each with the SHA-256 of what was read: its own, those it quotes, the edition that it corrects, the
 * contacts and the publication.
 * A bulletin that goes out is kept with them.
 * @param folder the content folder
 */
export function mailingSources(
  id: string,
  content: Content,
  folder: string,
): Record<string, string> {
  const documents = new Set<Document<unknown>>();
  const add = (document: Document<unknown>) => {
    if (documents.has(document)) return;
    documents.add(document);
    for (const quoted of quotedBy(document, content)) add(quoted);
  };
  const correction = content.corrections.find((one) => one.id === id);
  add(correction ?? documentById(content.newsletters, id));
  if (correction) {
    documents.add(documentById(content.newsletters, correction.data.corrects.edition));
  }
  const files = [...documents].map(({ file }) => file);
  files.push(join(folder, 'contacts.yaml'), join(folder, 'site.yaml'));
  const sums = files.map((file): [string, string] => [
    relative(folder, file).replaceAll(sep, '/'),
    content.read.get(file)?.sum ?? '',
  ]);
  return Object.fromEntries(sums.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function quotedBy({ body, file }: Document<unknown>, content: Content): Document<unknown>[] {
  const quoted = [...eachBlock(body)].flatMap((block): Document<unknown>[] => {
    if (isBlock(block, 'Guidance')) {
      // A bulletin quotes a page as it stood on its day, which may be an earlier wording.
      const earlier = content.earlierGuidance.filter(({ id }) =>
        id.startsWith(`${block.props.id}/`),
      );
      return [documentById(content.guidance, block.props.id), ...earlier];
    }
    if (isBlock(block, 'KnownIssue')) return [documentById(content.knownIssues, block.props.id)];
    return isBlock(block, 'Release') ? [documentById(content.releases, block.props.id)] : [];
  });
  const release = content.releases.find((one) => one.file === file);
  const settled = (release?.data.changes ?? []).flatMap(({ knownIssues }) => knownIssues);
  return [...quoted, ...settled.map((issue) => documentById(content.knownIssues, issue))];
}
