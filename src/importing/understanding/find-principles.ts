import type { Flow, Inline, Paragraph } from '../../document/tree.ts';
import { block, paragraph, trimEnds, trimmedWords } from '../nodes.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

interface LeadIn {
  title: string;
  rest: Inline[];
}

/**
 * Paragraphs in a row that each begin with a few words in bold and a colon or a full stop are the principles of a
 * guidance page. One alone is a sentence that somebody stressed.
 */
export function findPrinciples(nodes: readonly Flow[], known: Understanding): Flow[] {
  return nodes.map((node, index): Flow => {
    const lead = leadIn(node);
    const beside = [nodes[index - 1], nodes[index + 1]].some((one) => one && leadIn(one));
    if (!lead || !beside) return node;
    const proposal = {
      made: `<Principle title="${lead.title}">`,
      words: trimmedWords(node),
      confidence: 'certain' as const,
      because: 'one of several paragraphs that begin with words in bold',
    };
    if (!propose([proposal], known)) return node;
    const props = { id: known.anchor(lead.title), title: lead.title };
    return block('Principle', props, [paragraph(lead.rest)]);
  });
}

function leadIn(node: Flow): LeadIn | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [first, ...others] = (node satisfies Paragraph).children;
  if (first?.type !== 'strong' || others.length === 0) return undefined;
  const words = trimmedWords(first);
  const [next, ...rest] = others;
  const colonOutside = next?.type === 'text' && /^\s*[:–—]/.test(next.value);
  if (!/[:.]$/.test(words) && !colonOutside) return undefined;
  const title = words.replace(/[:.]$/, '').trim();
  if (title === '' || title.split(' ').length > 8) return undefined;
  const after =
    next?.type === 'text'
      ? [{ ...next, value: next.value.replace(/^\s*[:–—]?\s*/, '') }]
      : next
        ? [next]
        : [];
  const said = trimEnds([...after, ...rest]);
  return said.length > 0 ? { title, rest: said } : undefined;
}
