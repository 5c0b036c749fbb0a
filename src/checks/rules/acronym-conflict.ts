import { definitionsOf, sameExpansion, type Definition } from '../acronyms.ts';
import type { SetRule } from '../rule.ts';

export default {
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
  compare({ content }) {
    const meaning = new Map<string, { words: string; where: string }>();
    for (const { term, expansion } of content.glossary.values()) {
      if (expansion) meaning.set(term.toUpperCase(), { words: expansion, where: 'the glossary' });
    }
    return function* (page) {
      if (page.kind === 'glossary') return;
      for (const definition of definitionsOf(page)) {
        const key = definition.short.toUpperCase();
        const first = meaning.get(key);
        if (!first) meaning.set(key, { words: definition.expansion, where: page.id });
        else if (sameExpansion(first.words) !== sameExpansion(definition.expansion))
          yield fault(definition, first);
      }
    };
  },
} satisfies SetRule;

const fault = (
  { short, expansion, passage, from, to }: Definition,
  first: { words: string; where: string },
) => ({
  at: passage.place(from, to),
  message: `${short} is “${expansion}” here, and “${first.words}” in ${first.where}.`,
  suggestion: `Use ${short} for “${first.words}” only, and another name here.`,
});
