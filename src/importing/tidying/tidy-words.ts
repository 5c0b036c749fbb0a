import { foldReo } from '../../checks/language/fold-reo.ts';
import type { Kupu } from '../../schemas/kupu.ts';
import type { Flow, Inline } from '../../document/tree.ts';

/** How one run of words is put right. */
export type Mend = (words: string) => string;

/**
 * Puts the letters of a text right, never its words: NFC, usual spaces, typographic apostrophes and quotation
 * marks, and macrons for the umlauts that stood in for them, in words and names that kupu.yaml knows.
 */
export function wordMender({ words, names }: Kupu): Mend {
  const known = new Map<string, string>();
  for (const word of [...words, ...names].flatMap((one) => one.split(/\s+/))) {
    known.set(foldReo(word), word);
  }
  const mendUmlauts = (word: string) => {
    if (!/[äëïöüÄËÏÖÜ]/.test(word)) return word;
    const mended = word.normalize('NFD').replaceAll('\u0308', '\u0304').normalize('NFC');
    const right = known.get(foldReo(word));
    // A word that nobody knows is mended where Māori could have it, and no other language: whāngai, hāpu.
    return right !== undefined || couldBeMaori.test(foldReo(word)) ? mended : word;
  };
  return (text) =>
    text
      .normalize('NFC')
      .replaceAll(/[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
      .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replaceAll(/[\u00A0\u2000-\u200A\u202F\u205F\u3000 ]+/g, ' ')
      .replaceAll(/(?<=[\p{L}\p{N}])'(?=\p{L})|(?<=s)'(?=\s|$)/gu, '’')
      .replaceAll(/(?<![\p{L}\p{N}])"(?=\S)([^"]*\S)"(?![\p{L}\p{N}])/gu, '“$1”')
      .replaceAll(/[\p{L}\p{M}]+/gu, mendUmlauts);
}

/** Only its letters, and every syllable open: the sounds of te reo Māori. */
const couldBeMaori = /^(?:(?:wh|ng|[hkmnprtw])?[aeiou])+$/;

/** The same nodes with each run of words mended. */
export function mendWords(nodes: readonly Flow[], mend: Mend): Flow[] {
  return nodes.map((node): Flow => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return { ...node, children: trimEnds(mendAll(node.children, mend)) };
      case 'list':
        return { ...node, items: node.items.map((item) => mendWords(item, mend)) };
      case 'quote':
        return { ...node, children: mendWords(node.children, mend) };
      case 'table': {
        const mendCell = (cell: Inline[]) => mendAll(cell, mend);
        return {
          ...node,
          ...(node.head && { head: node.head.map(mendCell) }),
          rows: node.rows.map((row) => row.map(mendCell)),
        };
      }
      default:
        return node;
    }
  });
}

function mendAll(nodes: readonly Inline[], mend: Mend): Inline[] {
  return joinRuns(nodes).map((node): Inline => {
    if (node.type === 'text' || node.type === 'code') return { ...node, value: mend(node.value) };
    return node.type === 'strong' || node.type === 'emphasis' || node.type === 'link'
      ? { ...node, children: mendAll(node.children, mend) }
      : node;
  });
}

/** Without the spaces at its ends, and those beside its line breaks. */
const trimEnds = (nodes: readonly Inline[]): Inline[] =>
  nodes.flatMap((node, index): Inline[] => {
    if (node.type !== 'text') return [node];
    const [before, after] = [nodes[index - 1], nodes[index + 1]];
    let { value } = node;
    if (!before || before.type === 'break') value = value.trimStart();
    if (!after || after.type === 'break') value = value.trimEnd();
    return value === '' ? [] : [{ ...node, value }];
  });

/** Runs of words, and of the same mark, that a program cut in pieces. */
function joinRuns(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    } else if ((node.type === 'strong' || node.type === 'emphasis') && last?.type === node.type) {
      joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] };
    } else joined.push(node);
  }
  return joined;
}
