import { addressesIn, touches } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'link/bare-url',
  severity: 'warning',
  runs: 'links',
  why: 'An address says little about a page, and a screen reader spells it out.',
  failing: {
    example: 'See [www.nchenz.org.nz](https://www.nchenz.org.nz/), or visit ero.govt.nz for more.',
    finds: ['www.nchenz.org.nz', 'ero.govt.nz'],
  },
  passing: 'See [home education support – NCHENZ](https://www.nchenz.org.nz/).',
  *check({ passages, kind }) {
    if (kind === 'contacts') return;
    for (const passage of passages) {
      const spans = addressesIn(passage).filter(
        ({ from, to }) => !passage.words.slice(from, to).includes('@'),
      );
      for (const span of spans) {
        const words = passage.words.slice(span.from, span.to).replace(/[.,;:!?)]+$/, '');
        const at = { from: span.from, to: span.from + words.length };
        if (!touches(at, [span])) continue;
        yield {
          at: passage.place(at.from, at.to),
          message: `“${words}” is an address where words could be.`,
          suggestion: 'Write the title of the page and the name of the site, and link them.',
        };
      }
    }
  },
} satisfies PageRule;
