import { definitionsOf, sameExpansion } from '../../language/acronyms.ts';
import { setRule } from '../../rule.ts';
import { spotOf } from '../../to-finding.ts';

export default setRule({
  id: 'acronym/conflict',
  severity: 'error',
  runs: 'set',
  why: 'One short form with two meanings is understood in two ways, in a contract as much as in a newsletter.',
  failing: {
    example:
      'Every attendance service provider (ASP) knows it. So does an active school partner (ASP).',
    finds: ['active school partner (ASP)'],
  },
  passing:
    'Every attendance service provider (ASP) knows it. Attendance Service Providers (ASPs) agree.',
  note(page) {
    if (page.kind === 'glossary') return undefined;
    const definitions = definitionsOf(page);
    return definitions.length === 0
      ? undefined
      : definitions.map(({ short, expansion, passage, from, to }) => ({
          short,
          expansion,
          where: page.id,
          at: spotOf(passage.place(from, to)),
        }));
  },
  compare({ content }) {
    const meaning = new Map<string, { expansion: string; where: string }>();
    for (const { term, expansion } of content.glossary.values()) {
      if (expansion) meaning.set(term.toUpperCase(), { expansion, where: 'the glossary' });
    }
    return function* (definitions) {
      for (const { short, expansion, where, at } of definitions) {
        const first = meaning.get(short.toUpperCase());
        if (!first) meaning.set(short.toUpperCase(), { expansion, where });
        else if (sameExpansion(first.expansion) !== sameExpansion(expansion)) {
          yield {
            at,
            message: `${short} is “${expansion}” here, and “${first.expansion}” in ${first.where}.`,
            suggestion: `Use ${short} for “${first.expansion}” only, and another name here.`,
          };
        }
      }
    };
  },
});
