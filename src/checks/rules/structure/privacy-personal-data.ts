import { findAll } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

const patterns: readonly (readonly [pattern: RegExp, what: string])[] = [
  [
    /\bNSNs?\b[^.\n]{0,20}?\d{6,10}\b|(?<![\d/.-])\d{9,10}(?![\d/-])/g,
    'looks like a National Student Number',
  ],
  [
    /\b(?:date of birth|D\.?O\.?B\.?|born on)\b[^.\n]{0,20}?\d{1,4}[\w /.-]{3,20}/gi,
    'looks like somebody’s date of birth',
  ],
  [/\bcase (?:number |no\.? ?|# ?)?\d{3,}\b/gi, 'looks like the number of a case'],
  [
    /(?<![\d-])(?:\+64[\s\u00a0-]?|0)2[0-9](?:[\s\u00a0-]?\d){6,8}(?!\d)/g,
    'looks like somebody’s mobile number',
  ],
  [/(?<![\d-])\d{2}-\d{4}-\d{7}-\d{2,3}(?![\d-])/g, 'looks like a bank account'],
  [/\bIRD\b[^.\n]{0,20}?\d{2,3}-?\d{3}-?\d{3}(?![\d-])/g, 'looks like an IRD number'],
  [/\bNHI\b[^.\n]{0,20}?\b[A-Z]{3}\d{4}\b/g, 'looks like a National Health Index number'],
];

export default {
  id: 'privacy/personal-data',
  severity: 'error',
  runs: 'text',
  why: 'What identifies a student or a family must never leave the Ministry in a newsletter, and cannot be called back.',
  failing: {
    example:
      'See case 48213 for the student with NSN 0123456789, or ring 021 555 0123. Pay 12-3456-0123456-00, with IRD number 49-091-850 and NHI ZAC5361.',
    finds: [
      'NSN 0123456789',
      'case 48213',
      '021 555 0123',
      '12-3456-0123456-00',
      'IRD number 49-091-850',
      'NHI ZAC5361',
    ],
  },
  passing:
    'In case 2 schools ask at once, 170 schools and 84 catchments share the work until 2027. The IRD answers on 2026-05-08.',
  *check(page) {
    for (const [pattern, what] of patterns) {
      for (const { text, place } of findAll(page, pattern)) {
        yield {
          at: place,
          message: `“${text}” ${what}.`,
          suggestion: 'Remove it, or invent one that nobody has.',
        };
      }
    }
  },
} satisfies PageRule;
