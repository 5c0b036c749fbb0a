import { type Inline, unwritten as at } from '../../document/tree.ts';
import { link as linkSchema } from '../../schemas/fields.ts';
import { text, trimmedWords } from '../nodes.ts';
import type { Notes } from '../notes.ts';
import { type Element, property } from './parse-elements.ts';

/** Where a link leads that leads nowhere yet: the checks ask for it until somebody writes the right one. */
export const nowhere = 'https://link.example/tbc';

/**
 * A link as a draft can have it. An address or a number stands in words, so that it can be matched to a
 * contact; a placeholder stays a link that leads nowhere yet; what leads into another document is words.
 */
export function readLink(node: Element, children: Inline[], notes: Notes): Inline[] {
  const href = property(node, 'href')?.trim();
  if (href === undefined) return children;
  const words = children.map(trimmedWords).join('');
  const mail = /^(mailto|tel|sms):([^?]*)/i.exec(href);
  if (mail) return withAddress(children, words, decode(mail[2] ?? ''), href, notes);
  if (words.trim() === '') {
    if (href !== '') notes.leftOut.push({ words: '', links: [href], why: 'a link without words' });
    return children;
  }
  if (/^(?:#|about:blank)?$/i.test(href)) {
    notes.toDo.push(`Say where the link “${words}” leads: in the source it leads nowhere.`);
    return [{ type: 'link', to: nowhere, children, at }];
  }
  const secure = href.replace(/^http:/i, 'https:');
  const parsed = linkSchema.safeParse(secure);
  if (!parsed.success) {
    notes.leftOut.push({
      words: '',
      links: [href],
      why: `the address of “${words}”, ${whyNot(href)}`,
    });
    return children;
  }
  if (secure !== href) {
    notes.mended.push(
      `The link “${words}” leads to ${secure}, with encryption: it led to ${href}.`,
    );
  }
  return [{ type: 'link', to: parsed.data, children, at }];
}

function withAddress(
  children: Inline[],
  words: string,
  address: string,
  href: string,
  notes: Notes,
): Inline[] {
  const digits = (value: string) => value.replaceAll(/\D/g, '').replace(/^64/, '0');
  const isSaid = /^tel|^sms/i.test(href)
    ? digits(words).includes(digits(address))
    : words.toLowerCase().includes(address.toLowerCase());
  const why = `a link that writes or calls: ${address} stands in words or as a contact`;
  notes.leftOut.push({ words: '', links: [href], why });
  return isSaid || address === ''
    ? children
    : [...children, text(words.trim() === '' ? address : ` (${address})`)];
}

function whyNot(href: string): string {
  if (href.startsWith('#')) return 'a link within the page: contents are made anew';
  if (/^(?:javascript|data|vbscript):/i.test(href)) return 'a link that runs a script';
  if (/^[a-z][a-z0-9+.-]*:/i.test(href))
    return 'an address that starts with neither https nor mailto';
  return 'a link within the site that the page came from';
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address).trim();
  } catch {
    return address.trim();
  }
}
