import { type Flow, type Inline, type List, unwritten as at } from '../../document/tree.ts';
import { audienceIds } from '../../publication/site.ts';
import type { Contact } from '../../schemas/contact.ts';
import { block, paragraph, text, trimmedWords } from '../nodes.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * Addresses that a contact has become that contact: within a sentence a link, and a list of nothing but its details
 * its card. Addresses that nobody has are named, so that somebody makes a contact of them.
 */
export function matchContacts(nodes: readonly Flow[], known: Understanding): Flow[] {
  return nodes.map((node): Flow => {
    if (node.type === 'list') {
      const card = cardOf(node, known);
      if (card) return card;
      return { ...node, items: node.items.map((item) => matchContacts(item, known)) };
    }
    if (node.type !== 'paragraph') return node;
    const children = node.children.flatMap((child) =>
      linkAddresses(child, trimmedWords(node), known),
    );
    return paragraph(children);
  });
}

function linkAddresses(node: Inline, sentence: string, known: Understanding): Inline[] {
  if (node.type === 'strong' || node.type === 'emphasis') {
    return [
      { ...node, children: node.children.flatMap((one) => linkAddresses(one, sentence, known)) },
    ];
  }
  if (node.type !== 'text') return [node];
  const made: Inline[] = [];
  let from = 0;
  for (const match of node.value.matchAll(address)) {
    const id = contactWith(match[0], known.contacts);
    if (id !== undefined && !isForAll(id, known)) {
      known.notes.toDo.push(
        `Name the contact ${id} in place of ${match[0]} once it stands in an item or a <For> of those whom it is for.`,
      );
      continue;
    }
    if (id === undefined) {
      const ask = `Add whoever reads ${match[0]} to contacts.yaml, and name that contact in place of the address.`;
      if (!known.notes.toDo.includes(ask)) known.notes.toDo.push(ask);
      continue;
    }
    const proposal = {
      made: `<Contact id="${id}" />`,
      words: match[0],
      confidence: 'certain' as const,
      because: `contacts.yaml has this address, in “${sentence}”`,
    };
    if (!propose([proposal], known)) continue;
    const before = node.value.slice(from, match.index);
    if (before !== '') made.push(text(before));
    made.push(block('Contact', { id }));
    from = match.index + match[0].length;
  }
  const rest = node.value.slice(from);
  return rest === '' && made.length > 0 ? made : [...made, { type: 'text', value: rest, at }];
}

function contactWith(email: string, contacts: ReadonlyMap<string, Contact>): string | undefined {
  const wanted = email.toLowerCase();
  return [...contacts].find(([, contact]) => contact.email?.toLowerCase() === wanted)?.[0];
}

/** A contact of some readers alone may not stand in what all of them get. */
const isForAll = (id: string, { contacts }: Understanding) =>
  audienceIds().every((one) => contacts.get(id)?.audiences.includes(one));

/** The card of the one contact whose details are all that a list says. */
function cardOf(node: List, known: Understanding): Flow | undefined {
  const { contacts } = known;
  const entries = node.items.map((item) => item.map(trimmedWords).join(' '));
  const [id] =
    [...contacts].find(([, contact]) => entries.every((entry) => isDetail(entry, contact))) ?? [];
  const total = entries.filter((entry) => address.test(entry) || /\d{3}/.test(entry)).length;
  address.lastIndex = 0;
  if (id === undefined || !isForAll(id, known) || total !== entries.length) return undefined;
  const proposals = entries.map((words) => ({
    made: `<Contact id="${id}" />`,
    words,
    confidence: 'certain' as const,
    because: 'every entry of the list is a detail of this contact',
  }));
  return propose(proposals, known) ? block('Contact', { id }) : undefined;
}

const digits = (words: string) => words.replaceAll(/\D/g, '');

/** Whether words are a telephone number or an address of a contact, and at most a label beside it. */
function isDetail(words: string, { email, phone }: Contact): boolean {
  const hasMail = email !== undefined && words.toLowerCase().includes(email.toLowerCase());
  const hasPhone = phone !== undefined && digits(words) === digits(phone);
  const label =
    words
      .replaceAll(address, '')
      .replaceAll(/\d/g, '')
      .match(/\p{L}+/gu) ?? [];
  return (hasMail || hasPhone) && label.length <= 4;
}
