import type { PageRule } from '../../rule.ts';

export default {
  id: 'list/parallel',
  severity: 'advice',
  runs: 'text',
  why: 'Entries that start and end alike are read as one list; a lone full stop looks like the end of it.',
  failing: {
    example: 'Bring:\n\n- a pen\n- your questions.\n- Your list',
    finds: ['Your list', 'your questions.'],
  },
  passing: 'Bring:\n\n- a pen\n- your questions\n- AS-CMS on a laptop',
  *check({ lists }) {
    for (const { entries } of lists) {
      const read = entries.filter((entry) => entry !== undefined);
      if (read.length < 2 || read.length !== entries.length) continue;
      const ends = read.map(({ text }) => /[.;!?]$/.test(text.trim()));
      const lower = read.map(({ words }) => /^\p{Ll}/u.test(words));
      const starts = read.map(({ words }) => /^\p{Lu}\p{Ll}/u.test(words));
      const ended = ends.filter(Boolean).length;
      const mostLower = lower.filter(Boolean).length * 2 > read.length;
      for (const [index, entry] of read.entries()) {
        const few = (ends[index] ? ended : read.length - ended) * 2 < read.length;
        const tie = ended * 2 === read.length && index === read.length - 1;
        if ((few || tie) && ended > 0 && ended < read.length) {
          yield {
            at: entry.place(),
            message: ends[index]
              ? 'This entry ends with a full stop, and most of the others do not.'
              : 'This entry ends without a full stop, and most of the others have one.',
            suggestion: 'End all entries alike.',
          };
        }
        if (mostLower && starts[index]) {
          yield {
            at: entry.place(),
            message: 'This entry starts with a capital letter, and most of the others do not.',
            suggestion: 'Start all entries alike, unless it is a name.',
          };
        }
      }
    }
  },
} satisfies PageRule;
