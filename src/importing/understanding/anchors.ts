import { frameAnchors } from '../../content/integrity/check-anchors.ts';
import { slug } from '../../document/slug.ts';

/* An anchor is read aloud and typed: more than this helps nobody. */
const longest = 50;

/**
 * A maker of anchors of which none is given twice: the words folded, shortened to whole words, and where another
 * has that, with a number.
 */
export function anchorMaker(): (words: string) => string {
  const taken = new Set(frameAnchors);
  return (words) => {
    const stem = shorten(slug(words)) || 'part';
    let anchor = stem;
    for (let count = 2; taken.has(anchor); count++) anchor = `${stem}-${count}`;
    taken.add(anchor);
    return anchor;
  };
}

function shorten(whole: string): string {
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  return cut.slice(0, cut.includes('-') ? cut.lastIndexOf('-') : longest);
}
