import type { PageRule } from '../../rule.ts';

export default {
  id: 'list/broken',
  severity: 'error',
  runs: 'text',
  why: 'A list entry that the turn of a page cut in two loses its end in the text below.',
  failing: {
    example: '- Mends the form. More\n\nimprovements will follow.',
    finds: ['More'],
  },
  passing: 'Bring:\n\n- a pen\n- your questions\n\nWe look forward to it.',
  *check({ lists }) {
    for (const { entries, after } of lists) {
      const last = entries.at(-1);
      if (!last || !after || !/^\p{Ll}/u.test(after.text)) continue;
      const tail = /(?:^|[.!?]\s+)(\p{Lu}[\p{L}’'-]*)\s*$/u.exec(last.text);
      if (!tail) continue;
      const from = last.text.lastIndexOf(tail[1] ?? '');
      yield {
        at: last.place(from, from + (tail[1] ?? '').length),
        message: `This entry stops at “${tail[1]}”, and the text below goes on with “${after.text.slice(0, 40)}”.`,
        suggestion: 'Join the two again.',
      };
    }
  },
} satisfies PageRule;
