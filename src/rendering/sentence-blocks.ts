import { contactById } from '../content/content.ts';
import { paths } from '../content/paths.ts';
import { keepTogether } from '../dates/keep-together.ts';
import type { SentenceBlocks } from './components.ts';
import { resolveLink } from './context.ts';
import { escapeHtml } from './escape-html.ts';

/** Words in te reo Māori. */
export const reoHtml = (mi: string): string => `<span lang="mi">${escapeHtml(mi)}</span>`;

const link = (to: string, words: string) => `<a href="${escapeHtml(to)}">${escapeHtml(words)}</a>`;

/** Blocks within a sentence whose HTML is the same on the web and in email. */
export const sharedSentenceBlocks = {
  Contact: ({ id }, context) => {
    const { name, email, phone } = contactById(context.content, id);
    if (email) return link(`mailto:${email}`, email);
    if (phone) return link(`tel:${phone.replaceAll(' ', '')}`, keepTogether(phone));
    return link(resolveLink(paths.contact(id), context), name);
  },
  Reo: ({ mi }) => reoHtml(mi),
} satisfies Partial<SentenceBlocks>;
