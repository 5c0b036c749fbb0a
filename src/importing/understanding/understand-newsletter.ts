import type { Flow } from '../../document/tree.ts';
import { block, trimmedWords } from '../nodes.ts';
import { greet, signOff } from './find-greeting.ts';
import type { Entry } from './find-contents.ts';
import { levelHeadings, makeItem } from './make-item.ts';
import { matchContacts } from './match-contacts.ts';
import { matchContents } from './match-contents.ts';
import { splitLabel } from './split-label.ts';
import { splitSections } from './split-sections.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

const introduction =
  /^(?:introduction|welcome|kupu whakataki|editorial|foreword|from the (?:editor|team|manager|director|secretary)|message from .+|a (?:word|note|message) from .+)$/i;

/** The text of an edition: an introduction, and an item for each of its parts. */
export function understandNewsletter(
  nodes: readonly Flow[],
  entries: readonly Entry[],
  known: Understanding,
): Flow[] {
  const { notes } = known;
  const { opening, sections } = splitSections(
    nodes,
    entries.map(({ title }) => title),
  );
  const labelled = sections.map((section) => {
    const words = trimmedWords(section.heading);
    return { section, words, ...splitLabel(words) };
  });
  const matched = matchContents(
    entries,
    labelled.map(({ title }) => title),
    notes,
  );
  const [first] = sections;
  const opens =
    first !== undefined && !opening.some(isProse) && introduction.test(trimmedWords(first.heading));
  if (opens) {
    notes.leftOut.push({
      words: trimmedWords(first.heading),
      why: 'the introduction has no title: it opens the edition',
    });
  }
  const letter = [...opening, ...(opens ? first.nodes : [])];
  const body = introduce(letter, known);
  // The category that items go into, once one has begun.
  let open = { items: body, rank: 0 };
  for (const { section, words, title, action: own } of labelled.slice(opens ? 1 : 0)) {
    let listed = matched.get(title)?.action;
    if (own !== undefined) {
      notes.leftOut.push({ words, why: `the title “${title}” and action="${own}"` });
    } else if (listed !== undefined) {
      const proposal = {
        made: `action="${listed}"`,
        words: title,
        confidence:
          matched.get(title)?.title === title ? ('certain' as const) : ('likely' as const),
        because: 'the label in the contents list',
      };
      if (!propose([proposal], known)) listed = undefined;
    }
    if (section.group) {
      const category = block('Category', { title: trimmedWords(section.group) });
      body.push(category);
      open = { items: category.children, rank: section.group.rank };
    } else if (section.heading.rank <= open.rank) open = { items: body, rank: 0 };
    open.items.push(makeItem(title, own ?? listed ?? 'for-information', section, known));
  }
  return body;
}

const isProse = ({ type }: Flow) => type === 'paragraph' || type === 'list';

function introduce(nodes: readonly Flow[], known: Understanding): Flow[] {
  const greeted = nodes.map((node) => greet(node, known));
  return matchContacts(levelHeadings(signOff(greeted, known), 0, known), known);
}
