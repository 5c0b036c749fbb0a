import { eachBlock, isBlock, type Block } from '../blocks/tree.ts';
import { outlineOf } from '../blocks/outline.ts';
import type { Content, Document } from './content.ts';
import type { Newsletter } from '../schemas/newsletter.ts';
import { paths } from './paths.ts';

/** An item of an edition that quotes another document. */
export interface Quoting {
  edition: Document<Newsletter>;
  title: string;
  href: string;
}

/** The items that show this guidance, known issue or release, newest edition first. */
export function quoting(
  { newsletters }: Content,
  kind: 'Guidance' | 'KnownIssue' | 'Release',
  id: string,
): Quoting[] {
  const quotes = (block: Block) => isBlock(block, kind) && block.props.id === id;
  return newsletters.flatMap((edition) =>
    edition.body.flatMap((node): Quoting[] => {
      if (!isBlock(node, 'Item') || ![...eachBlock([node])].some(quotes)) return [];
      const [entry] = outlineOf([node]);
      const href = `${paths.newsletter(edition.id)}#${node.props.id}`;
      return entry ? [{ edition, title: entry.title, href }] : [];
    }),
  );
}
