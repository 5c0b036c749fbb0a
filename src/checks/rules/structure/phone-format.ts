import type { PageRule } from '../../rule.ts';

const contacts = (phone: string) =>
  `service-desk:\n  name: Service Desk\n  summary: For anything about AS-CMS.\n  audiences: [providers, schools]\n  phone: ${phone}\n`;

export default {
  id: 'phone/format',
  severity: 'warning',
  runs: 'front matter',
  why: 'A number in groups of three can be read aloud, and one that works abroad starts with +64.',
  failing: { example: { 'contacts.yaml': contacts('0800422599') }, finds: ['0800422599'] },
  passing: { 'contacts.yaml': contacts('0800 422 599') },
  *check(page, { content }) {
    if (page.kind !== 'contacts') return;
    for (const id of content.contacts.keys()) {
      const field = page.field(`${id}.phone`);
      const right = field && grouped(field.value);
      if (!field || right === undefined || right === field.value) continue;
      yield {
        at: field.place,
        message: `Write “${right}”, not “${field.value}”.`,
        suggestion: right,
        fix: /^(?:0800|0508)/.test(right) ? right : undefined,
      };
    }
  },
} satisfies PageRule;

/** The number as it is said: freephone in threes, all others with the country in front. */
function grouped(written: string): string | undefined {
  const digits = written.replaceAll(/\D/g, '');
  if (/^(?:0800|0508)/.test(digits)) {
    const rest = digits.slice(4);
    return `${digits.slice(0, 4)} ${rest.length <= 6 ? `${rest.slice(0, 3)} ${rest.slice(3)}` : `${rest.slice(0, 3)} ${rest.slice(3, 6)} ${rest.slice(6)}`}`.trim();
  }
  const national =
    written.startsWith('+64') || digits.startsWith('64')
      ? digits.slice(2)
      : digits.replace(/^0/, '');
  if (national.length !== 8 || digits.startsWith('0') === written.startsWith('+')) return undefined;
  return `+64 ${national.slice(0, 1)} ${national.slice(1, 4)} ${national.slice(4)}`;
}
