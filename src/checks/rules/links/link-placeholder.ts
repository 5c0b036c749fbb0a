import { isPlaceholder } from '../../language/placeholder-link.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'link/placeholder',
  severity: 'error',
  runs: 'links',
  why: 'A link that leads nowhere is the fault that readers meet most often, and it cannot be called back from an inbox.',
  placeholder: true,
  failing: {
    example: 'Read about it [on this page](#) or in the [guide](https://example.com/guide).',
    finds: ['[on this page](#)', '[guide](https://example.com/guide)'],
  },
  passing:
    'Read the [guidance on families](/guidance/families/) or [the Act](https://www.legislation.govt.nz/).',
  *check({ links, passages }) {
    for (const { to, by, place, ...link } of links) {
      const words = link.words || to;
      const empty = by === 'text' && link.words.trim() === '';
      if (!isPlaceholder(to) && !empty) continue;
      yield {
        at: place,
        message: empty
          ? 'This link has no words to select.'
          : `“${words}” does not lead anywhere yet.`,
        suggestion: empty
          ? 'Say what it leads to.'
          : 'Open the page it should lead to, and copy its address from the browser.',
      };
    }
    for (const passage of passages) {
      for (const match of passage.words.matchAll(/(?<=\s|^)\[\s*\](?!\()/g)) {
        yield {
          at: passage.place(match.index, match.index + match[0].length),
          message: 'These brackets are empty: a link was meant to be here.',
          suggestion: 'Write the link as [words](address), or remove the brackets.',
        };
      }
    }
  },
} satisfies PageRule;
