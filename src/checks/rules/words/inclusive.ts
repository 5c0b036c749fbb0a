import { findPhrases, type Better } from '../../language/phrases.ts';
import type { PageRule } from '../../rule.ts';

const list: readonly Better[] = [
  [/\btruants?\b|\btruancy\b/gi, 'not attending'],
  [/\bnon-?compliant (?:parents?|famil(?:y|ies)|whānau)\b/gi, 'families we still need to reach'],
  [
    /\b(?:problem|bad|difficult) (?:parents?|famil(?:y|ies)|students?|children)\b/gi,
    'Say what happened.',
  ],
  [/\bchair(?:man|men|woman)\b/gi, 'chair'],
  [
    /\bman(?:ning|ned)? (?:the|a|our) (?:stall|desk|phones?|office)\b|\bstaff man\b/gi,
    'staff, run',
  ],
  [/\bmanpower\b|\bman hours\b/gi, 'people, hours of work'],
  [
    /\b(?:the )?disabled\b(?! (?:people|person|student|child|toilet|parking|access|whānau|community|button|account))/gi,
    'disabled people',
  ],
  [/\b(?:the )?handicapped\b/gi, 'disabled'],
  [/\bsuffer(?:s|ing|ed)? from\b/gi, 'has'],
  [/\bwheelchair[ -]bound\b/gi, 'uses a wheelchair'],
  [/\b(?:crazy|insane|lame|dumb)\b/gi, 'Choose another word.'],
  [/\bguys\b/gi, 'everyone'],
  [
    /\bhe\/she\b|\b(?:his|him)\/her\b|\bs\/he\b|\b(?:he or she|she or he|his or hers?|hers? or his|him or her|her or him)\b/gi,
    'they',
  ],
  [/\bdrop-?outs?\b(?! rate)/gi, 'students who left early'],
];

export default {
  id: 'inclusive',
  severity: 'advice',
  runs: 'text',
  why: 'Families read this too, and words that blame them close the door that this service is there to open.',
  failing: {
    example:
      'Truants and non-compliant parents: ask the chairman. A handicapped student brings his or her plan.',
    finds: ['Truants', 'non-compliant parents', 'chairman', 'handicapped', 'his or her'],
  },
  passing:
    'Disabled students who do not attend, and their families: ask the chair. Join the drop-in.',
  check: (page) => findPhrases(page, list, (words) => `“${words}” can hurt or leave people out.`),
} satisfies PageRule;
