import { findIn } from '../../language/find-in.ts';
import { isMailed } from '../../reading/is-mailed.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'voice/unsigned',
  severity: 'warning',
  runs: 'text',
  why: '“I” makes readers ask who is speaking, and nobody has signed.',
  failing: {
    example:
      '<Item id="a" title="Survey" action="for-information">\n\nThank you, and I like to share.\n\n</Item>',
    finds: ['I'],
  },
  passing:
    '<Item id="a" title="Survey" action="for-information">\n\nThank you, and I like to share.\n\n<SignOff mi="Ngā mihi" role="Senior Advisor" />\n\n</Item>',
  *check({ kind, passages, blocks }) {
    if (!isMailed({ kind })) return;
    const signed = new Set(
      blocks.filter(({ name }) => name === 'SignOff').map(({ parent }) => parent),
    );
    for (const passage of passages) {
      const { item } = passage;
      if (passage.kind === 'field' || passage.language === 'mi') continue;
      if (signed.has(item)) continue;
      for (const { quoted, place } of findIn(passage, /(?<![\p{L}\d.“"])I(?=[ ’'])(?!\s*\.)/gu)) {
        if (quoted) continue;
        yield {
          at: place,
          message: '“I” speaks here, and nobody has signed.',
          suggestion: 'Say “we”, or end the item with a <SignOff>.',
        };
        break;
      }
    }
  },
} satisfies PageRule;
