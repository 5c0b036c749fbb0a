import { addressesIn, findIn, touches } from '../find-in.ts';
import type { PageRule } from '../rule.ts';

/* American spellings and their New Zealand ones. No dictionary: words misspelt in other ways are for a person to find. */
const stems: readonly (readonly [american: RegExp, change: (word: string) => string])[] = [
  [
    /\b(?:col|fav|hon|lab|neighb|behavi|endeav|harb|flav|hum)or(?:s|ed|ing|ite|ites|al|hood|able|ful)?\b/gi,
    (word) => word.replace(/or/i, 'our'),
  ],
  [
    /\b(?:organ|recogn|priorit|summar|final|emphas|author|util|min(?:im)|maxim|special|custom|standard|categor|personal|apolog|critic|real|local|normal|modern|central|general|formal|visual)iz(?:e|es|ed|ing|ation|ations|er|ers)\b/gi,
    (word) => word.replace(/iz/i, 'is'),
  ],
  [/\banalyz(?:e|es|ed|ing)\b/gi, (word) => word.replace(/yz/i, 'ys')],
  [
    /\bcenter(?:s|ed|ing)?\b/gi,
    (word) =>
      word
        .replace(/er(?=s?$)/i, 're')
        .replace(/ered$/i, 'red')
        .replace(/ering$/i, 'ring'),
  ],
  [
    /\b(?:travel|cancel|label|counsel|model|enrol)(?:l?)(?:ed|ing)\b/gi,
    (word) => word.replace(/l{1,2}(?=ed|ing)/i, 'll'),
  ],
  [/\benroll(?:s|ment|ments)?\b/gi, (word) => word.replace(/ll/i, 'l')],
  [/\bfulfill(?:s|ment)?\b/gi, (word) => word.replace(/ll(?=s|ment|$)/i, 'l')],
  [/\b(?:catalog|dialog)s?\b/gi, (word) => word.replace(/og/i, 'ogue')],
  [/\bprogram(?=s?\b(?! (?:code|file|window)))s?\b/gi, (word) => word.replace(/am/i, 'amme')],
  [/\blicens(?:e)(?= (?:number|fee|key)\b)/gi, (word) => word.replace(/se/i, 'ce')],
  [/\bdefense\b/gi, (word) => word.replace(/se/i, 'ce')],
  [/\bgray(?:s|er)?\b(?! area)/g, (word) => word.replace(/a/, 'e')],
  [/\bmom(?:s)?\b/g, (word) => word.replace('o', 'u')],
];

export default {
  id: 'spell/en-NZ',
  severity: 'warning',
  runs: 'text',
  why: 'New Zealand spelling shows that the text was written here, for people here.',
  failing: {
    example: 'The center organizes an enrollment program.',
    finds: ['center', 'organizes', 'enrollment', 'program'],
  },
  passing:
    'The centre organises an enrolment programme. It enrolled, modelled and cancelled it all. Citizens see the size.',
  *check({ passages }) {
    for (const passage of passages) {
      const addresses = addressesIn(passage);
      for (const [pattern, change] of stems) {
        for (const found of findIn(passage, pattern)) {
          const right = change(found.text);
          if (found.quoted || right === found.text || touches(found, addresses)) continue;
          yield {
            at: found.place,
            message: `“${found.text}” is “${right}” in New Zealand.`,
            suggestion: right,
          };
        }
      }
    }
  },
} satisfies PageRule;
