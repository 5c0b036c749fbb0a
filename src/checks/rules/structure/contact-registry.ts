import type { Place } from '../../reading/page.ts';
import type { PageRule } from '../../rule.ts';
import { findIn } from '../../language/find-in.ts';

const email = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const phone =
  /(?<![\d-])(?:\+64[\s\u00a0-]?\(?0?\)?\d|\(?0[2-9]\d?\)?|0800|0508)(?:[\s\u00a0-]?\d){5,8}(?!\d)/g;

export default {
  id: 'contact/registry',
  severity: 'error',
  runs: 'text',
  why: 'A number or an address that is written once, in contacts.yaml, is right everywhere and can be changed in one place.',
  failing: {
    example: 'Email desk@ministry.example or phone 0800 555 010.',
    finds: ['desk@ministry.example', '0800 555 010'],
  },
  passing: 'Write to <Contact id="service-desk" /> about sections 35 to 38 of the Act of 2020.',
  *check({ kind, passages }, { content }) {
    if (kind === 'contacts') return;
    const known = [...content.contacts].flatMap(([id, contact]) => [
      [digits(contact.phone ?? ''), id] as const,
      [(contact.email ?? '').toLowerCase(), id] as const,
    ]);
    const ids = new Map(known.filter(([key]) => key !== ''));
    for (const passage of passages) {
      for (const found of findIn(passage, email)) {
        yield fault(found.place, found.text, ids.get(found.text.toLowerCase()));
      }
      for (const found of findIn(passage, phone)) {
        yield fault(found.place, found.text, ids.get(digits(found.text)));
      }
    }
  },
} satisfies PageRule;

const digits = (text: string) => text.replaceAll(/\D/g, '').replace(/^64/, '0');

const fault = (at: Place, words: string, id: string | undefined) => ({
  at,
  message: `“${words}” is typed here instead of taken from the contacts.`,
  suggestion: id
    ? `<Contact id="${id}" />`
    : 'Add it to contacts.yaml, and write <Contact id="…" />.',
});
