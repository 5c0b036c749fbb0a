import type { Span } from '../../document/tree.ts';
import type { Edit } from '../../document/write/splice.ts';
import type { Library, Page, Place } from '../reading/page.ts';
import { touches } from '../language/find-in.ts';
import { lineAt } from '../reading/locate.ts';
import type { Fault } from '../rule.ts';
import { acknowledged } from './acknowledge.ts';

/**
 * What says of each fault of a page by which edit it is mended, where that may be made unseen. Nothing may
 * where what is written is other than what the rule read: marks, comments and blocks would be gone with the
 * words. A fix is a word, a date, a time or a dash, and means nothing to Markdown or YAML. Nor in a link, in a
 * paragraph or a line that holds an error, or where the fault is acknowledged.
 */
export function safeEdits(
  page: Page,
  { problems }: Library,
): (rule: string, fault: Fault) => Edit | undefined {
  let closed: Span[] | undefined;
  return (rule, { at, fix }) => {
    if (fix === undefined || at.page !== page || !readsAsWritten(at)) return undefined;
    closed ??= [
      ...page.links.map(({ place }) => place),
      ...page.refused,
      ...problems.flatMap(({ file, line }) =>
        file === page.file && line !== undefined ? around(page, line) : [],
      ),
    ];
    const { from, to } = at;
    // What touches a closed stretch, and takes no letter of it, still stands on its line.
    if (touches({ from, to }, closed)) return undefined;
    return acknowledged(at, rule) ? undefined : { from, to, text: fix };
  };
}

/** Whether the words of a place stand there letter by letter, on one line. */
function readsAsWritten({ page, from, to, reads }: Place): boolean {
  const written = page.source.slice(from, to);
  return !written.includes('\n') && (reads === undefined || reads === written);
}

/** A line with what it belongs to: up to the next empty ones, or in keys and values the line alone. */
function around(page: Page, number: number): Span {
  const { from, to } = lineAt(page, number);
  if (from < page.textFrom) return { from, to };
  const before = page.source.lastIndexOf('\n\n', from - 1);
  const after = page.source.indexOf('\n\n', from);
  return {
    from: Math.max(page.textFrom, before + 1),
    to: after < 0 ? page.source.length : after,
  };
}
