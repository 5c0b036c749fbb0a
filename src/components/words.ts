import { mayBreak, runsOnOneLine } from '../dates/keep-on-one-line.ts';
import { escapeHtml } from '../rendering/escape-html.ts';

/** Words as HTML in which no line breaks within a date or within a short word at its hyphen, as in "AS-CMS". */
export function words(text: string): string {
  if (mayBreak(text)) return escapeHtml(text);
  return runsOnOneLine(text)
    .map((run) => {
      const html = escapeHtml(run.text);
      return run.whole ? `<span class="whole">${html}</span>` : html;
    })
    .join('');
}
