import EntryText from './EntryText.astro';
import type { Context } from '../rendering/context.ts';
import { renderComponent } from '../rendering/render-component.ts';
import { markReo } from '../content/mark-reo.ts';
import { absoluteLinks } from './absolute-links.ts';
import type { EntryParts } from './entry-parts.ts';

/** The web rendering of a document as HTML for feeds: absolute links, and none to its own headings. */
export async function entryHtml(parts: EntryParts, context: Context): Promise<string> {
  const html = await renderComponent(EntryText, { parts, context });
  const plain = html.replaceAll(/\s*<a class="anchor"[^>]*>\s*#\s*<\/a>/g, '');
  const { phrases } = context.content.kupu;
  return markReo(absoluteLinks(plain, context.pageUrl), phrases).trim();
}
