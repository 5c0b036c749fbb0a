/**
 * The stem of a folded English word, so that "merge", "merges", "merged" and "merging" are known as
 * one. It is lighter than the stemmer in Pagefind's index: it only says whether a word is known,
 * what a synonym covers and what to mark in a passage.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = withoutPlural(word);
  const base = endings.find(
    (ending) => singular.endsWith(ending) && singular.length - ending.length >= 3,
  );
  const cut = base ? undouble(singular.slice(0, -base.length)) : singular;
  const open = cut.length > 3 && cut.endsWith('e') ? cut.slice(0, -1) : cut;
  return open.length > 2 && open.endsWith('y') ? `${open.slice(0, -1)}i` : open;
}

const endings = ['ing', 'ed'] as const;

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** "submitt" of "submitted" is "submit", "unenroll" is "unenrol". */
const undouble = (word: string) => (/([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word);
