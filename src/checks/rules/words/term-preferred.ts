import { findOwn } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

/* What people write, and the one form to use. */
const terms: readonly (readonly [pattern: RegExp, preferred: string])[] = [
  [/\bdrop ins?\b(?=\s+(?:sessions?|hui|clinics?|for)\b)|\bDrop In\b|\bdropin\b/gu, 'drop-in'],
  [/\bmulti agency\b|\bmultiagency\b/gi, 'multi-agency'],
  [/\bhome[ -]?school(?:ing|ed|er|ers)?\b|\bhome ed\b/gi, 'home education'],
  [
    /\bContract Relationship Managers?\b|\bRelationship and Contract Managers?\b/gi,
    'Contract and Relationship Manager',
  ],
  [
    /\bCA support requests?(?: form)?\b|\bchronic absence requests? for support(?: form)?\b|\bchronic absence support request form\b(?=s)/gi,
    'chronic absence support request',
  ],
  [/\bEducation (?:Sector )?Service Desk\b/gi, 'Service Desk'],
  [/\bAttendance Service CMS\b|\bASCMS\b|(?<![\w-])(?:AS )?CMS(?![\w-])/g, 'AS-CMS'],
  [/\battendance providers?\b/gi, 'attendance service provider'],
  [/\bin school (?:provision|provider)s?\b/gi, 'in-school provision'],
  [/\be-mails?\b/gi, 'email'],
  [/\bweb[ -]sites?\b/gi, 'website'],
  [/\bpop ups?\b|\bpopups?\b/gi, 'pop-up'],
];

export default {
  id: 'term/preferred',
  severity: 'warning',
  runs: 'text',
  why: 'One thing with one name can be searched for, and nobody wonders whether two names mean two things.',
  failing: {
    example:
      'Join the drop in session on multi agency work with your Contract Relationship Manager.',
    finds: ['drop in', 'multi agency', 'Contract Relationship Manager'],
  },
  passing: 'Join the drop-in session on multi-agency work. You may drop in at any time.',
  *check(page) {
    if (page.kind === 'glossary' || page.kind === 'kupu') return;
    for (const [pattern, preferred] of terms) {
      for (const { text, place } of findOwn(page, pattern)) {
        yield {
          at: place,
          message: `We say “${preferred}”, not “${text}”.`,
          suggestion: preferred,
        };
      }
    }
  },
} satisfies PageRule;
