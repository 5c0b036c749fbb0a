import { audienceIds } from '../../../publication/site.ts';
import { isShouted } from '../../language/shouting.ts';
import { isMailed } from '../../reading/is-mailed.ts';
import type { Page } from '../../reading/page.ts';
import { setRule } from '../../rule.ts';
import { spotOf } from '../../to-finding.ts';

const header = (subject: string, text = 'Kia ora.') =>
  `---\ndate: 2026-05-08\nsummary: What this edition says.\nbulletins:\n  schools:\n    subject: ${subject}\n    preheader: Two sessions in May, and what is new for people in schools.\n---\n\n${text}\n`;

export default setRule({
  id: 'mail/subject',
  severity: 'warning',
  runs: 'front matter',
  why: 'The subject decides whether the email is opened: about 50 characters show on a phone, so the key fact comes first.',
  failing: {
    example: {
      'newsletters/2026-04-10.mdx': header('Reports due 30 April').replace(
        '2026-05-08',
        '2026-04-10',
      ),
      'newsletters/2026-05-08.mdx': header('Reports due 30 April'),
      'newsletters/2026-05-22.mdx': header('Important update for schools').replace(
        '2026-05-08',
        '2026-05-22',
      ),
      'newsletters/2026-06-12.mdx': header(
        'PLEASE REGISTER for sessions in June on reports, invoices and much more',
      ).replace('2026-05-08', '2026-06-12'),
    },
    finds: [
      'Reports due 30 April',
      'Important update for schools',
      'PLEASE REGISTER for sessions in June on reports, invoices and much more',
      'PLEASE REGISTER for sessions in June on reports, invoices and much more',
    ],
  },
  passing: {
    'newsletters/2026-04-10.mdx': header(
      'Reports due 30 April; AS-CMS news',
      'Reports are due by 30 April.',
    ).replace('2026-05-08', '2026-04-10'),
    'newsletters/2026-05-08.mdx': header('AS-CMS sessions on 12 and 14 May'),
  },
  note: (page) =>
    isMailed(page)
      ? audienceIds().flatMap((audience) => {
          const field = page.field(`bulletins.${audience}.subject`);
          if (!field) return [];
          const { value, place } = field;
          return {
            audience,
            subject: value,
            loud: isLoud(page, audience, value),
            at: spotOf(place),
          };
        })
      : undefined,
  compare() {
    const last = new Map<string, string>();
    return function* (subjects) {
      for (const { audience, subject, loud, at } of subjects) {
        if (subject.length > 55) {
          yield {
            at,
            message: `This subject has ${subject.length} characters; phones show about 50.`,
            suggestion:
              'Put the most urgent fact and its date first, and leave the rest to the preheader.',
          };
        }
        if (loud) {
          yield {
            at,
            message:
              'Capitals and emoji in a subject look like junk mail, to people and to filters.',
            suggestion: 'Say it in plain words.',
          };
        }
        if (saysNothing.test(subject)) {
          yield {
            at,
            message: 'This subject could stand over any bulletin.',
            suggestion: 'Put the most urgent fact and its date first.',
          };
        }
        if (last.get(audience) === subject) {
          yield {
            at,
            message: 'The bulletin before this one had the same subject.',
            suggestion: 'Say what is new in this one.',
          };
        }
        last.set(audience, subject);
      }
    };
  },
});

const saysNothing =
  /^(?:(?:the|our|your|a|an|important|latest|new|monthly|weekly|term|for|information|news|newsletter|bulletin|updates?|reminder|notice|schools?|providers?|\d{1,2}|and|&)(?:[ :,.!]+|$))+$/i;

function isLoud(page: Page, audience: string, subject: string): boolean {
  const passage = page.passages.find(({ field }) => field === `bulletins.${audience}.subject`);
  const shouted =
    passage &&
    [...subject.matchAll(/\b\p{Lu}{3,}\b/gu)].some((match) =>
      isShouted(passage, match.index, match[0], page),
    );
  return shouted === true || /\p{Extended_Pictographic}|!!/u.test(subject);
}
