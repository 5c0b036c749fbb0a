import type { PageRule } from '../rule.ts';

const kinds: Record<string, string> = {
  pdf: 'PDF',
  doc: 'Word',
  docx: 'Word',
  xls: 'Excel',
  xlsx: 'Excel',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  csv: 'CSV',
  zip: 'ZIP',
};

export default {
  id: 'file/label',
  severity: 'error',
  runs: 'links',
  why: 'People want to know before they open a file what it is and how big (Web Usability Standard 1.4).',
  failing: {
    example: 'Read the [attendance rules](https://www.education.govt.nz/rules.pdf).',
    finds: ['attendance rules'],
  },
  passing: 'Read the [attendance rules [PDF, 460 KB]](https://www.education.govt.nz/rules.pdf).',
  *check({ links }) {
    for (const { to, words, passage, span, place } of links) {
      const ending = /\.([a-z]{3,4})(?:[?#].*)?$/i.exec(to)?.[1]?.toLowerCase() ?? '';
      const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
      if (kind === undefined || new RegExp(`\\[${kind}, [\\d.]+ [KM]B\\]$`).test(words.trim()))
        continue;
      yield {
        at: passage && span ? passage.place(span.from, span.to) : place,
        message: `“${words}” leads to a file, and does not say what it is and how big.`,
        suggestion: `${words} [${kind}, … KB]`,
      };
    }
  },
} satisfies PageRule;
