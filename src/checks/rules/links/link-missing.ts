import { findIn } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

const pointing =
  /\b(?:please )?(?:see|refer to|check) (?:the |our |this |these )?(?:additional |attached |following |latest |updated |AS-CMS )?(?:guidance|documents?|attachments?|website|guide|fact ?sheet|user guide)\b/gi;

export default {
  id: 'link/missing',
  severity: 'warning',
  runs: 'text',
  why: 'Readers who are told to see something look for the link to it.',
  failing: {
    example: 'Please see additional guidance on working with families.',
    finds: ['Please see additional guidance'],
  },
  passing: 'Please see the guidance on [working with families](/guidance/families/).',
  *check({ passages, links, blocks }) {
    for (const passage of passages) {
      if (passage.kind === 'field' || links.some((link) => link.passage === passage)) continue;
      const { from, to } = passage.place();
      if (blocks.some(({ place }) => place.from >= from && place.to <= to)) continue;
      for (const { quoted, text, place } of findIn(passage, pointing)) {
        if (quoted) continue;
        yield {
          at: place,
          message: `“${text}” links to nothing.`,
          suggestion: 'Link to it: [words](address).',
        };
      }
    }
  },
} satisfies PageRule;
