import type { Flow } from '../../document/tree.ts';
import { eachLink } from '../../document/each-link.ts';
import { block, trimmedWords } from '../nodes.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

const numbered = /^table\s+\d+(?:\.\d+)?\s*[:.–—-]\s*(?<title>\S.*)$/i;
/* What stands in bold above a table may as well be a sentence. */
const longest = 100;

/** A line straight above a table that names it, such as "Table 1: Payments by region", is the title of the table. */
export function findTables(nodes: readonly Flow[], known: Understanding): Flow[] {
  const made: Flow[] = [];
  for (const node of nodes) {
    const before = made.at(-1);
    const caption = node.type === 'table' && before ? captionOf(before) : undefined;
    if (!before || !caption) {
      made.push(node);
      continue;
    }
    const { title, isNumbered } = caption;
    const proposal = {
      made: `<Table title="${title}">`,
      words: trimmedWords(before),
      confidence: isNumbered ? ('certain' as const) : ('likely' as const),
      because: `${isNumbered ? 'a numbered caption' : 'a line in bold'} straight above the table`,
    };
    if (!propose([proposal], known)) made.push(node);
    else made[made.length - 1] = block('Table', { title }, [node]);
  }
  return made;
}

function captionOf(node: Flow): { title: string; isNumbered: boolean } | undefined {
  if (node.type !== 'paragraph' || [...eachLink([node])].length > 0) return undefined;
  const words = trimmedWords(node);
  if (words.length > longest) return undefined;
  const title = numbered.exec(words)?.groups?.['title'];
  if (title !== undefined) return { title: title.replace(/[.:]$/, ''), isNumbered: true };
  const isBold = node.children.every(
    (child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''),
  );
  const isSentence = /[.!?]$/.test(words);
  return isBold && words !== '' && !isSentence
    ? { title: words.replace(/:$/, ''), isNumbered: false }
    : undefined;
}
