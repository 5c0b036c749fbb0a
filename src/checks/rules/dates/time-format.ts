import { blank } from '../../reading/build-passage.ts';
import { timesIn } from '../../language/times-in-text.ts';
import type { PageRule } from '../../rule.ts';

/* "12 noon", "24:00", and what no clock shows: "13pm", "0:30am", "7.60pm", "25:00". */
const noTime =
  /(?<![\d:.$/-])(?:(?<noon>12\s?noon)\b|(?<end>24:00)(?![\d:])|(?:2[4-9]|[3-9]\d):[0-5]\d(?![\d:])|(?:(?:0|00|1[3-9]|2\d)(?:[:.][0-5]\d)?|\d{1,2}[:.][6-9]\d)\s?[ap]\.?m\b)/gi;

export default {
  id: 'time/format',
  severity: 'warning',
  runs: 'text',
  why: 'Times that are all written one way are read without thinking, and “12pm” is read in two ways.',
  failing: {
    example:
      'Come at 11-11.45am, 12-12.45pm, 11:00 AM or 12pm. It starts at 14:30, 12 noon, 24:00, 13pm, 0:30am or 7.60pm. It runs from 4pm to 3pm.',
    finds: [
      '11-11.45am',
      '12-12.45pm',
      '11:00 AM',
      '12pm',
      '14:30',
      '12 noon',
      '24:00',
      '13pm',
      '0:30am',
      '7.60pm',
      '4pm to 3pm',
    ],
  },
  passing:
    'Come at 11am to 11:45am, midday to 12:45pm, 10pm to 6am or 7pm. Read Mark 12 and 4.5 pages.',
  *check({ passages }) {
    for (const passage of passages) {
      for (const match of passage.words.matchAll(noTime)) {
        const { noon, end } = match.groups ?? {};
        yield {
          at: passage.place(match.index, match.index + match[0].length),
          message: `“${match[0]}” is ${noon ? 'not how we write it' : 'no time of day'}.`,
          suggestion: noon
            ? 'midday'
            : end
              ? 'midnight, with the day it ends'
              : 'Correct the time.',
        };
      }
      for (const { from, to, right, backwards } of timesIn(passage.words)) {
        const words = passage.words.slice(from, to);
        if (backwards) {
          yield {
            at: passage.place(from, to),
            message: `“${words}” ends before it begins.`,
            suggestion: 'Correct one of the times.',
          };
          continue;
        }
        if (words.replaceAll(/[\s\u00a0]+/g, ' ') === right) continue;
        const quoted = passage.unquoted.slice(from, to).includes(blank);
        yield {
          at: passage.place(from, to),
          message: `Write “${right}”, not “${words}”.`,
          suggestion: right,
          fix: quoted ? undefined : right,
        };
      }
      for (const match of passage.words.matchAll(
        /(?<![\d:.])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:]|\s*(?:[ap]\.?m|to\s+\d|[-–]))/gi,
      )) {
        const hour = Number(match.groups?.['hour']);
        const minute = match.groups?.['minute'] === '00' ? '' : `:${match.groups?.['minute']}`;
        yield {
          at: passage.place(match.index, match.index + match[0].length),
          message: `“${match[0]}” has no am or pm.`,
          suggestion: hour > 12 ? `${hour - 12}${minute}pm` : 'Add am or pm.',
        };
      }
    }
  },
} satisfies PageRule;
