import type { Flow, Inline } from './tree.ts';

/* The end of a sentence: a stop and no abbreviation, what closes around it, then a space and no small letter, or nothing more. */
const end =
  /(?:(?<!(?<!\p{L})(?:Mr|Mrs|Ms|Dr|St|No|vs|etc|cf|e\.g|i\.e|\p{Lu}))\.|[!?…])[”’"')\]]*(?=\s+[^\s\p{Ll}]|\s*$)/u;

/**
 * The first sentence of a text, as its author wrote it, for a line about it: of its first paragraph, without
 * links. Nothing where no paragraph opens it.
 */
export function firstSentence(text: readonly Flow[]): Inline[] {
  const [first, ...rest] = text;
  if (first === undefined) return [];
  if (first.type === 'paragraph') return upToStop(withoutLinks(first.children));
  // What is for some readers opens a text as its words do; anything else is left out of the line.
  const within = first.type === 'block' ? firstSentence(first.children) : [];
  const opens = first.type === 'block' && audienceBlocks.has(first.name) && within.length > 0;
  return opens ? within : firstSentence(rest);
}

const audienceBlocks = new Set(['For', 'EmailOnly', 'WebOnly']);

/** Words with no link in them: what a link says stays. */
export const withoutLinks = (words: readonly Inline[]): Inline[] =>
  words.flatMap((node): Inline[] => {
    if (node.type === 'link') return withoutLinks(node.children);
    if (node.type === 'strong' || node.type === 'emphasis')
      return [{ ...node, children: withoutLinks(node.children) }];
    return [node];
  });

function upToStop(words: readonly Inline[]): Inline[] {
  const sentence: Inline[] = [];
  for (const node of words) {
    if (node.type === 'break') break;
    const stop = node.type === 'text' ? end.exec(node.value) : null;
    if (node.type === 'text' && stop) {
      const value = node.value.slice(0, stop.index + stop[0].length);
      return [...sentence, { ...node, value }];
    }
    sentence.push(node);
  }
  return sentence;
}
