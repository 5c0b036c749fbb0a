import { addressesIn, findAll, touches, type Found } from '../../language/find-in.ts';
import { timesIn } from '../../language/times-in-text.ts';
import type { Fault, PageRule } from '../../rule.ts';

const faults: readonly (readonly [
  pattern: RegExp,
  message: string,
  right: (words: string) => string,
])[] = [
  [/(?<=[^\s\ufffc]) - (?=\S)/g, 'A hyphen between words is written as a dash.', () => ' – '],
  [
    /(?<=\p{L})– (?=\p{L})|(?<=\p{L}) –(?=\p{L})/gu,
    'A dash between words has a space on both sides.',
    () => ' – ',
  ],
  [
    /(?<![\d.,:/-]|[A-Z]-?|\d )\b\d{1,4}-\d{1,4}\b(?![\d-]|[:./]\d|\s?[ap]m| day\b| week\b| month\b| year\b)/g,
    'A range is written with “to”.',
    (words) => words.replace('-', ' to '),
  ],
  [/[\u2010\u2011]/g, 'This hyphen came with pasted text, and cannot be searched for.', () => '-'],
  [/(?<=\S)[ ]{2,}(?=\S)/g, 'There are two spaces here.', () => ' '],
];

export default {
  id: 'punct/dash-range',
  severity: 'advice',
  runs: 'text',
  why: 'Screen readers say “to” and pause at a dash; at a hyphen they do neither.',
  failing: {
    example: 'From 1-12 September - register now. Open the form– then  send it. Co‑operate.',
    finds: ['1-12', ' - ', '– ', '  ', '‑'],
  },
  passing: 'From 1 to 12 September – a drop-in for KI-001, in a 20-day break. Ages 6–16.',
  *check(page) {
    for (const [pattern, message, right] of faults) {
      for (const found of findAll(page, pattern)) {
        const others = [...addressesIn(found.passage), ...timesIn(found.passage.words)];
        if (!touches(found, others)) yield fault(found, message, right(found.text));
      }
    }
  },
} satisfies PageRule;

const fault = ({ place, quoted }: Found, message: string, right: string): Fault => ({
  at: place,
  message,
  suggestion: right.trim() === '' ? 'one space' : right.trim(),
  fix: quoted ? undefined : right,
});
