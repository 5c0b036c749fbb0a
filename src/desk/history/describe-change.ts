import { compareLists } from '../documents/compare-lists.ts';
import { textBlocks } from '../documents/text-blocks.ts';

/** A run of words that stayed, went or came. */
export interface Words {
  was: 'same' | 'gone' | 'new';
  text: string;
}

/** A block that was changed: its words, or all of it where it is new or gone. */
export interface ChangedBlock {
  words: Words[];
}

/**
 * How one text became another, block by block and word by word. Blocks that stayed are left out.
 * @param before with Unix line ends, as `after` is
 */
export function describeChange(before: string, after: string): ChangedBlock[] {
  const changed: ChangedBlock[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const close = () => {
    const pairs = Math.max(gone.length, come.length);
    for (let at = 0; at < pairs; at++) {
      const words = compareWords(gone[at] ?? '', come[at] ?? '');
      if (words.some(({ was, text }) => was !== 'same' && text.trim() !== ''))
        changed.push({ words });
    }
    [gone, come] = [[], []];
  };
  for (const { in: where, entry } of compareLists(textBlocks(before), textBlocks(after))) {
    if (where === 'first') gone.push(entry);
    else if (where === 'second') come.push(entry);
    else close();
  }
  close();
  return changed;
}

function compareWords(before: string, after: string): Words[] {
  const cut = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  const words: Words[] = [];
  for (const { in: where, entry } of compareLists(cut(before), cut(after))) {
    const was = where === 'both' ? 'same' : where === 'first' ? 'gone' : 'new';
    const last = words.at(-1);
    if (last?.was === was) last.text += entry;
    else words.push({ was, text: entry });
  }
  return words;
}
