import type { PageRule } from '../../rule.ts';

export default {
  id: 'section/thin',
  severity: 'advice',
  runs: 'text',
  why: 'An item of one sentence, with nothing to follow, costs a heading and gives nothing.',
  failing: {
    example:
      '<Item id="a" title="Information shared with schools" action="for-information">\n\nThe next bulletin for leaders is on 12 May 2026.\n\n</Item>',
    finds: ['Information shared with schools'],
  },
  passing:
    '<Item id="a" title="Information shared with schools" action="for-information">\n\nThe next bulletin is on 12 May. [Read the families page](/guidance/families/).\n\n</Item>',
  *check({ blocks, passages, links }) {
    for (const item of blocks.filter(({ name }) => name === 'Item')) {
      const own = passages.filter((passage) => passage.item === item && passage.kind !== 'field');
      const words = own.reduce(
        (sum, { text }) => sum + (text.match(/[\p{L}\d]+/gu)?.length ?? 0),
        0,
      );
      const holds = blocks.some(
        ({ parent, name }) =>
          parent === item && !['SignOff', 'Day', 'Period', 'Reo', 'Reorua'].includes(name),
      );
      if (words >= 15 || holds || links.some((link) => link.item === item)) continue;
      yield {
        at: item.prop('title'),
        message: `“${item.props['title'] ?? ''}” has ${words} words, no link and nothing to do.`,
        suggestion: 'Add a link to where it is, or put it into another item.',
      };
    }
  },
} satisfies PageRule;
