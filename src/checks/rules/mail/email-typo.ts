import { closest } from '../../../problems/closest.ts';
import { findAll } from '../../language/find-in.ts';
import type { Place } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';

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

const edition = (body: string) =>
  `---\ndate: 2026-05-08\nsummary: What this edition says.\nbulletins:\n  schools:\n    subject: One thing to do\n    preheader: And one to know.\n---\n\n${body}\n`;

export default {
  id: 'email/typo',
  severity: 'error',
  runs: 'text',
  why: 'An email to a domain with a letter wrong goes to nobody, or to a stranger.',
  failing: {
    example: {
      'contacts.yaml': contacts('desk@educaton.govt.nz'),
      'newsletters/2026-05-08.mdx': edition(
        'Write to tari@kāhui.school.nz, roll@@ministry.example or pay@ministry,example.',
      ),
    },
    finds: [
      'desk@educaton.govt.nz',
      'tari@kāhui.school.nz',
      'roll@@ministry.example',
      'pay@ministry,example',
    ],
  },
  passing: { 'contacts.yaml': contacts('desk@education.govt.nz') },
  *check(page, { content }) {
    if (page.kind === 'contacts') {
      for (const id of content.contacts.keys()) {
        const field = page.field(`${id}.email`);
        if (field) yield* slipIn(field.value, field.place);
      }
      return;
    }
    for (const { text, place } of findAll(page, address)) yield* slipIn(text, place);
    for (const { text, place } of findAll(page, broken)) {
      yield {
        at: place,
        message: `“${text}” is no address: mail to it goes nowhere.`,
        suggestion: text.replace(/@+/, '@').replace(',', '.'),
      };
    }
  },
} satisfies PageRule;

const address = /(?<![\p{L}\d.+-])[\p{L}\d.+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

/* Two signs where one belongs, or a comma in the place of the first full stop. */
const broken =
  /(?<![\p{L}\d.+-])[\p{L}\d.+-]+(?:@@+[\p{L}\d-]+(?:[.,][\p{L}\d-]+)+|@[\p{L}\d-]+,[\p{L}\d-]+(?:\.[\p{L}\d-]+)*)/gu;

function* slipIn(written: string, at: Place): Generator<Fault> {
  const plain = written.normalize('NFD').replaceAll('\u0304', '');
  if (plain !== written.normalize('NFD')) {
    yield {
      at,
      message: `“${written}” has a macron, and most mail programs refuse that in an address.`,
      suggestion: plain,
    };
  }
  const domain = written.split('@').at(-1)?.toLowerCase() ?? '';
  if (domains.includes(domain)) return;
  const near = closest(
    domain,
    domains.filter((one) => one.length > 8),
  );
  if (near) {
    yield {
      at,
      message: `“${domain}” is one slip away from “${near}”.`,
      suggestion: written.replace(/@.*/, `@${near}`),
    };
  }
}
