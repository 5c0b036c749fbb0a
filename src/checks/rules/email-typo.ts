import { closest } from '../../schemas/closest.ts';
import type { PageRule } from '../rule.ts';

/* Domains that people mean. An address one letter away from one of them is a slip. */
const domains = [
  'education.govt.nz',
  'nzqa.govt.nz',
  'ero.govt.nz',
  'tec.govt.nz',
  'govt.nz',
  'gmail.com',
  'outlook.com',
  'xtra.co.nz',
];

const contacts = (email: string) =>
  `service-desk:\n  name: Service Desk\n  summary: For anything about AS-CMS.\n  audiences: [providers, schools]\n  email: ${email}\n`;

export default {
  id: 'email/typo',
  severity: 'error',
  runs: 'front matter',
  why: 'An email to a domain with a letter wrong goes to nobody, or to a stranger.',
  failing: {
    example: { 'contacts.yaml': contacts('desk@educaton.govt.nz') },
    finds: ['desk@educaton.govt.nz'],
  },
  passing: { 'contacts.yaml': contacts('desk@education.govt.nz') },
  *check(page, { content }) {
    if (page.kind !== 'contacts') return;
    for (const id of content.contacts.keys()) {
      const field = page.field(`${id}.email`);
      const domain = field?.value.split('@').at(-1)?.toLowerCase() ?? '';
      if (!field || domains.includes(domain)) continue;
      const near = closest(
        domain,
        domains.filter((one) => one.length > 8),
      );
      if (near) {
        yield {
          at: field.place,
          message: `“${domain}” is one slip away from “${near}”.`,
          suggestion: field.value.replace(/@.*/, `@${near}`),
        };
      }
    }
  },
} satisfies PageRule;
