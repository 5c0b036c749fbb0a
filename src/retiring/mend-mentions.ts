import { allDocuments, type Content } from '../content/content.ts';
import { guidanceIn } from '../content/integrity/check-withdrawn.ts';
import { eachLink } from '../document/each-link.ts';
import { plainText } from '../document/plain-text.ts';
import { eachBlock, isBlock, type Span } from '../document/tree.ts';
import { splice } from '../document/write/splice.ts';

/** A place in which a document names guidance, and by which name from now on. */
export interface Mention {
  line: number;
  /** What stands there: "/guidance/families/#visits", or the name in a quotation. */
  found: string;
  at: Readonly<Span>;
}

/** The places of each document that name the guidance `id`, by a link or a quotation, by absolute path. */
export function mentionsOf(content: Content, id: string): Map<string, Mention[]> {
  const mentions = allDocuments(content).map(({ file, body, lineAt }): [string, Mention[]] => {
    const found: Mention[] = [];
    const tags = new Set<Readonly<Span>>();
    for (const block of eachBlock(body)) {
      tags.add(block.at);
      const values = new Map<string, string | undefined>(Object.entries(block.props));
      for (const [prop, at] of Object.entries(block.tag.values)) {
        const value = values.get(prop);
        const isQuoted = isBlock(block, 'Guidance') && prop === 'id' && value === id;
        if (value !== undefined && (isQuoted || guidanceIn(value) === id))
          found.push({ line: lineAt(block.at), found: value, at });
      }
    }
    for (const { to, at } of eachLink(body)) {
      if (!tags.has(at) && guidanceIn(to) === id) found.push({ line: lineAt(at), found: to, at });
    }
    return [file, found.toSorted((a, b) => a.at.from - b.at.from)];
  });
  return new Map(mentions.filter(([, found]) => found.length > 0));
}

/** A document with guidance under another name in each of these places; all else keeps each byte. */
export function mendMentions(
  original: string,
  mentions: readonly Mention[],
  { from, to }: { from: string; to: string },
): string {
  const source = plainText(original);
  const address = new RegExp(`(?<=/guidance/)${from}(?![a-z0-9-])`, 'g');
  return splice(
    original,
    mentions.map(({ at, found }) => {
      const words = source.slice(at.from, at.to);
      return { ...at, text: found === from ? to : words.replaceAll(address, to) };
    }),
  );
}
