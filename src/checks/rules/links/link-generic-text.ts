import { findIn, touches } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

const generic =
  /^(?:click |tap |read |see |find out |learn |view |go |more |register |sign up |apply |download |follow )*(?:here|this|this page|this link|the link|link|links|more|read more|find out more|learn more|more information|more info|info|details|page|website|this website|register|download|external link)$/;
const pointing = /\b(?:click|tap|press) (?:on )?(?:here|(?:the|this) link)\b/gi;
const vague =
  /^(?:on this page|the survey|this survey|the form|this form|the document|this document|the guide|the page|the website|online|the report|our website)$/;

export default {
  id: 'link/generic-text',
  severity: 'error',
  runs: 'links',
  why: 'People who use a screen reader go from link to link, and “here” tells them nothing (WCAG 2.2, 2.4.4).',
  failing: {
    example:
      'Register [here](/contacts/), [Read more…](/guidance/families/) or answer [the survey](/privacy/).\n\nClick here for [who sees what in AS-CMS](/guidance/families/). Click the link to apply.',
    finds: ['here', 'Read more…', 'the survey', 'Click here', 'Click the link'],
  },
  passing:
    'Read [who sees what in AS-CMS](/guidance/families/), or [register for 12 May](/contacts/).',
  *check({ links, passages }) {
    for (const { words, passage, span, place } of links) {
      if (!passage || !span) continue;
      const plain = words
        .toLowerCase()
        .replaceAll(/[\s\u00a0]+/g, ' ')
        .replaceAll(/[.…:!,>»→()[\]]+/g, '')
        .trim();
      const bad = generic.test(plain);
      if (plain === '' || (!bad && !vague.test(plain))) continue;
      yield {
        at: span.to > span.from ? passage.place(span.from, span.to) : place,
        severity: bad ? 'error' : 'warning',
        message: `“${words}” does not say where the link leads.`,
        suggestion: 'Use the title of the page, or what people will do there.',
      };
    }
    const linked = Map.groupBy(links, ({ passage }) => passage);
    for (const passage of passages) {
      const spans = linked.get(passage)?.flatMap(({ span }) => span ?? []) ?? [];
      for (const found of findIn(passage, pointing)) {
        const { quoted, place } = found;
        if (quoted || touches(found, spans)) continue;
        yield {
          at: place,
          message: 'Nobody clicks who listens to this page or reads it on paper.',
          suggestion: 'Leave it out, and let the link say where it leads.',
        };
      }
    }
  },
} satisfies PageRule;
