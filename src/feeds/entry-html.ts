import EntryText from '../components/EntryText.astro';
import type { Context } from '../blocks/context.ts';
import type { Flow } from '../document/tree.ts';
import { renderComponent } from '../building/render-component.ts';
import { markReo } from '../content/mark-reo.ts';
import type { Release } from '../schemas/release.ts';
import { absoluteLinks } from './absolute-links.ts';

/** What an entry is made of, in the order in which it is read. */
export interface EntryParts {
  /** Facts that stand before the text: "Status", "Last reviewed". */
  facts?: readonly (readonly [name: string, words: string])[];
  /** The heading of the text, where it needs one. */
  heading?: string;
  nodes: readonly Flow[];
  changes?: Release['changes'];
  history?: readonly { date: string; note: string }[];
}

/** The web rendering of a document as HTML for feeds: absolute links, and none to its own headings. */
export async function entryHtml(parts: EntryParts, context: Context): Promise<string> {
  const html = await renderComponent(EntryText, { parts, context });
  const plain = html.replaceAll(/\s*<a class="anchor"[^>]*>\s*#\s*<\/a>/g, '');
  const { phrases } = context.content.kupu;
  return markReo(absoluteLinks(plain, context.pageUrl), phrases).trim();
}
