import { findPhrases, type Better } from '../../language/phrases.ts';
import type { PageRule } from '../../rule.ts';

const list: readonly Better[] = [
  [
    /\b(?:see|shown|listed|outlined|set out|described|the (?:links?|documents?|table|list|form|steps|map|information|details|button|section)(?: \p{L}+)?) (?:below|above)\b|\b(?:the )?(?:below|above) (?:links?|documents?|table|list|form|map|information|details|button|section|steps)\b|\busing the links? below\b|\b(?:as|details|more) (?:below|above)\b|\babove-?mentioned\b/giu,
    'Name it, or link to it.',
  ],
  [
    /\b(?:on|to|in) the (?:right|left)(?:[ -]hand)?(?: side)?\b(?! (?:track|path|people|roles?|foot))|\b(?:left|right)-hand (?:side|menu|column)\b/gi,
    'Name it, or link to it.',
  ],
  [
    /\bon this page\b|\bat the (?:top|bottom) of (?:this|the) (?:page|email|newsletter)\b|\boverleaf\b/gi,
    'Name the part, or link to it.',
  ],
  [
    /\b(?:the|a) (?:red|green|blue|yellow|orange|grey|purple|round|square|big|large) (?:buttons?|links?|icons?|tabs?)\b/gi,
    'Say what it is called.',
  ],
];

export default {
  id: 'text/positional',
  severity: 'warning',
  runs: 'text',
  why: 'Below, above and on the right are other places on a phone, in an email and for somebody who listens.',
  failing: {
    example:
      'Register using the links below. See the document below, or the menu on the right-hand side. Select the green button.',
    finds: [
      'using the links below',
      'the document below',
      'on the right-hand side',
      'the green button',
    ],
  },
  passing:
    'Students below 70% attendance and those aged 16 and above are on the right track. Choose one of the times.',
  check: (page) =>
    findPhrases(page, list, (words) => `“${words}” depends on how things look on a screen.`),
} satisfies PageRule;
