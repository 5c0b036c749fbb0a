import { itemsOf } from '../../document/outline.ts';
import { eachBlock, isBlock, type Block } from '../../document/tree.ts';
import type { Content, Document } from '../content.ts';
import type { Newsletter } from '../../schemas/newsletter.ts';
import { paths } from '../paths.ts';

/** An item of an edition that quotes another document. */
export interface Quoting {
  edition: Document<Newsletter>;
  title: string;
  href: string;
}

type Quoted = 'Guidance' | 'KnownIssue' | 'Release';

/** The items that show this guidance, known issue or release, newest edition first. */
export function quoting(content: Content, kind: Quoted, id: string): readonly Quoting[] {
  const found = gathered.get(content) ?? gather(content);
  gathered.set(content, found);
  return found.get(`${kind} ${id}`) ?? [];
}

/* Gathered once, for every page asks: looking through all editions for each would grow with both. */
const gathered = new WeakMap<Content, ReadonlyMap<string, Quoting[]>>();

function gather({ newsletters }: Content): Map<string, Quoting[]> {
  const found = new Map<string, Quoting[]>();
  for (const edition of newsletters) {
    for (const { node } of itemsOf(edition.body)) {
      const { id, title } = node.props;
      const quote = { edition, title, href: `${paths.newsletter(edition.id)}#${id}` };
      for (const key of new Set(eachBlock([node]).map(keyOf))) {
        if (key) found.set(key, [...(found.get(key) ?? []), quote]);
      }
    }
  }
  return found;
}

const keyOf = (block: Block) =>
  isBlock(block, 'Guidance') || isBlock(block, 'KnownIssue') || isBlock(block, 'Release')
    ? `${block.name} ${block.props.id}`
    : undefined;
