import type { Fault, PageRule } from '../../rule.ts';
import type { Passage } from '../../reading/page.ts';

/* Nobody wraps text more narrowly than this, so a shorter line was ended on purpose. */
const narrowest = 50;

export default {
  id: 'lines/joined',
  severity: 'warning',
  runs: 'text',
  why: 'Lines of one paragraph run on as one sentence for every reader: an address or a verse needs its line ends written, a list an empty line before it.',
  failing: {
    example:
      'Send it to:\n\nAttendance Services\nPrivate Bag 1\nWellington\n\nThese steps follow.\n3. Close the case.',
    finds: ['Attendance Services', 'Private Bag 1', 'These steps follow.'],
  },
  passing:
    'Attendance Services\\\nPrivate Bag 1\\\nWellington\n\nThis paragraph was wrapped by an editor where its lines\nbecame too long, and goes on.\nA sentence may begin on a line of its own.',
  *check({ passages, source }) {
    for (const passage of passages) {
      if (passage.kind !== 'field' && passage.kind !== 'heading') yield* joined(passage, source);
    }
  },
} satisfies PageRule;

function* joined(passage: Passage, source: string): Generator<Fault> {
  const { page, from: start, to } = passage.place();
  let from = start;
  const lines = source.slice(start, to).split('\n');
  for (const [index, line] of lines.entries()) {
    const words = line.replace(/^[ \t>]+/, '');
    const at = { page, from: from + line.length - words.length, to: from + line.trimEnd().length };
    from += line.length + 1;
    const next = lines[index + 1]?.replace(/^[ \t>]+/, '');
    // A line end that is written: a backslash, or two spaces.
    if (next === undefined || /\\$| {2}$/.test(line)) continue;
    if (/^(?:\d{1,9}[.)]|[-*+•])\s/.test(next)) {
      yield {
        at,
        message: `“${shortened(next)}” stands in a list of its own only after an empty line: here it goes on in this sentence.`,
        suggestion: 'Put an empty line after this line, or end it with \\ to keep the two apart.',
      };
    } else if (isShort(words, next) && /^(?:\p{Lu}|\d)/u.test(next)) {
      yield {
        at,
        message: `This line and the next run on as one: “${words.trimEnd()} ${shortened(next)}”.`,
        suggestion: 'End the line with \\ to keep them apart, or put an empty line after it.',
      };
    }
  }
}

/** Whether a line ends where there was room for the next word, and not at the end of a sentence. */
const isShort = (line: string, next: string): boolean =>
  !/[.!?:;,…”")\]>–—-]\s*$/.test(line) &&
  line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) < narrowest;

const shortened = (words: string) =>
  words.length > 40 ? `${words.slice(0, 40).trimEnd()}…` : words;
