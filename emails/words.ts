import { mayBreak, runsOnOneLine } from '../src/dates/keep-on-one-line.ts';
import { keepTogether } from '../src/dates/keep-together.ts';
import { escapeHtml } from '../src/rendering/escape-html.ts';

/**
 * Words as HTML in which no line breaks within a date or a name such as "AS-CMS". Every mail program knows a
 * no-break space; a hyphen keeps its character, which people copy, and most programs keep it whole. A word such
 * as "in-school" may break at its hyphen here: each that may not costs 27 bytes.
 */
export function words(text: string): string {
  if (mayBreak(text)) return escapeHtml(text);
  return runsOnOneLine(text)
    .map((run) => {
      if (!run.whole) return escapeHtml(run.text);
      if (!run.text.includes('-')) return escapeHtml(keepTogether(run.text));
      const html = escapeHtml(run.text);
      return /-[\p{Lu}\d]/u.test(run.text) ? `<span class="whole">${html}</span>` : html;
    })
    .join('');
}
