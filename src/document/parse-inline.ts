import { isPlainHost } from '../schemas/text/plain-host.ts';
import type { Link, PhrasingContent } from 'mdast';
import { canonicalAddress } from '../schemas/fields.ts';
import { parseSentenceBlock } from './parse-block.ts';
import type { Parsing } from './parse-body.ts';
import { refuse } from './refuse.ts';
import { spanOf } from './span-of.ts';
import type { Inline } from './tree.ts';

// Without blanks first, so that none makes it look for another dot.
const linkTarget = /^(?=\S*$)(\/(?![/\\])\S*|#[a-z0-9-]+|https:\/\/[^\s/]+\.[^\s]+)$/i;

const escapedAddress = /^[^[<]*?(?:\\:\/\/|ww\\\.|\\@)/i;

/** Turns the words of a paragraph into our tree; what the vocabulary does not have is reported. */
export function parseInline(nodes: readonly PhrasingContent[], parsing: Parsing): Inline[] {
  const parsed: Inline[] = [];
  for (const node of nodes) {
    const next = parseNode(node, parsing);
    const last = parsed.at(-1);
    if (next.type === 'text' && last?.type === 'text') {
      const at = { from: last.at.from, to: next.at.to };
      parsed[parsed.length - 1] = { ...last, value: last.value + next.value, at };
    } else parsed.push(next);
  }
  return parsed;
}

/** The words of inline nodes without marks, blocks and what was refused left out. */
export function plainWords(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.value;
      return node.type === 'strong' || node.type === 'emphasis' || node.type === 'link'
        ? plainWords(node.children)
        : '';
    })
    .join('');
}

function parseNode(node: PhrasingContent, parsing: Parsing): Inline {
  const at = spanOf(node);
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value.normalize('NFC'), at };
    case 'strong':
      return { type: 'strong', children: parseInline(node.children, parsing), at };
    case 'emphasis':
      return { type: 'emphasis', children: parseInline(node.children, parsing), at };
    case 'inlineCode':
      return { type: 'code', value: node.value, at };
    case 'break':
      return { type: 'break', at };
    case 'link':
      return parseLink(node, parsing);
    case 'mdxJsxTextElement':
      return parseSentenceBlock(node, parsing);
    case 'delete':
      return { ...refuse(node, parsing), children: parseInline(node.children, parsing) };
    default:
      return refuse(node, parsing);
  }
}

function parseLink(node: Link, parsing: Parsing): Inline {
  const { report } = parsing;
  const line = node.position?.start.line ?? 1;
  const children = parseInline(node.children, parsing);
  const words = plainWords(children);
  const at = spanOf(node);
  // A backslash in an address says that it is words and no link; the parser overlooks that, and behind
  // characters by number it does not say where an address stands.
  const isWords = node.position
    ? escapedAddress.test(parsing.source.slice(at.from, at.to))
    : !parsing.source.includes(words);
  if (isWords) return { type: 'text', value: words, at };
  const found = `[${words}](${node.url}${node.title ? ` "${node.title}"` : ''})`;
  if (words.trim() === '') {
    report(line, {
      expected: 'words in a link',
      found,
      remedy: 'Write between [ and ] what the link leads to.',
    });
  }
  if (node.title) {
    report(line, {
      expected: 'a link of words and an address, and nothing else',
      found,
      remedy: 'Move the words in quotation marks into the text.',
    });
  }
  if (!linkTarget.test(node.url)) {
    report(line, {
      expected:
        'a link to a page of this site, starting with "/", or to an address that starts with https://',
      found,
      remedy: linkRemedy(node.url, parsing.source[at.from] !== '['),
    });
  } else if (!isPlainHost(node.url)) {
    report(line, {
      expected: 'an address whose host is a plain name, such as www.education.govt.nz',
      found,
      remedy:
        'Open the page and copy its address from the browser: a name before an "@", or a quotation mark, hides where a link leads.',
    });
  }
  return { type: 'link', to: canonicalAddress(node.url), children, at };
}

/** @param bare whether the address stands for itself, without words */
function linkRemedy(url: string, bare: boolean): string {
  if (/^(mailto|tel|sms):/i.test(url)) {
    return 'Write <Contact id="…" />, so that the address or number is kept in one place.';
  }
  const secure = url.replace(/^http:/i, 'https:');
  if (bare && /^https?:/i.test(url)) {
    return `Write [the name of the page](${secure}), with the words that readers are to see.`;
  }
  if (/^http:/i.test(url)) return `Write ${secure}.`;
  if (url === '') return 'Write between ( and ) the address of the page it leads to.';
  return 'Open the page and copy its address from the browser.';
}
