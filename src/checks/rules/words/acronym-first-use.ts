import {
  definitionsIn,
  fromGlossary,
  isSpeltOut,
  sameExpansion,
  shortForm,
  singular,
} from '../../language/acronyms.ts';
import { isShouted } from '../../language/shouting.ts';
import type { PageRule } from '../../rule.ts';

/* Short forms that everybody in New Zealand knows, and names that are no short forms. */
const known = new Set(
  'NZ NZST NZDT PDF KB MB GB URL GST PO AM PM OK TV ID UK US USA CD DVD FAQ COVID ENROL HTML CSV AI IT HR CEO MP RNZ TBC TBA TBD TODO FIXME XX XXX II III IV VI VII VIII IX'.split(
    ' ',
  ),
);

export default {
  id: 'acronym/first-use',
  severity: 'warning',
  runs: 'text',
  why: 'A newcomer, or a family, reads one edition and not the ones before it: a short form has to be written out the first time.',
  failing: { example: 'Ask your ASP about the RFA.', finds: ['ASP', 'RFA'] },
  passing:
    'Ask your attendance service provider (ASP). Save it in Extensible Markup Language (XML). An ASP answers in NZ and takes XML by FRIDAY, with a [PDF, 460 KB].',
  *check(page, library) {
    if (page.kind === 'contacts' || page.kind === 'glossary') return;
    const explained = new Set<string>();
    let above = '';
    for (const passage of page.passages) {
      const own = definitionsIn(passage);
      // Where each is defined first.
      const defined = new Map(
        own.toReversed().map(({ short, from }) => [short.toUpperCase(), from]),
      );
      const uses =
        passage.kind === 'field' || passage.language === 'mi'
          ? []
          : passage.words.matchAll(shortForm);
      for (const match of uses) {
        const short = singular(match[0]);
        const key = short.toUpperCase();
        if (known.has(key) || explained.has(key) || isShouted(passage, match.index, match[0], page))
          continue;
        explained.add(key);
        if ((defined.get(key) ?? Infinity) <= match.index) continue;
        if (isSpeltOut(passage.text.slice(0, match.index), short)) continue;
        const expansion = fromGlossary(library, short);
        if (
          expansion !== undefined &&
          `${above}${sameExpansion(passage.text.slice(0, match.index))}`.includes(
            sameExpansion(expansion),
          )
        )
          continue;
        yield {
          at: passage.place(match.index, match.index + match[0].length),
          message: `“${short}” is used here for the first time, and not written out.`,
          suggestion: expansion
            ? `${expansion} (${short})`
            : `Write what it stands for, then (${short}).`,
        };
      }
      for (const { short } of own) explained.add(short.toUpperCase());
      above += `${sameExpansion(passage.text)} `;
    }
  },
} satisfies PageRule;
