import { paths } from '../content/paths.ts';
import type { Findings, Found } from './find.ts';
import { resultKinds } from './kinds.ts';
import type { Query } from './query.ts';

/** How many were found, for the eye and for a screen reader; what to do where there is nothing. */
export function describeFindings({ words }: Query, { total, found }: Findings): Node[] {
  const quoted = `“${words.trim()}”`;
  if (total === 0) {
    const ask = document.createElement('a');
    ask.href = paths.contacts;
    ask.textContent = 'ask us';
    return [text(`Nothing found for ${quoted}. Try fewer or other words, or `), ask, text('.')];
  }
  const count = total === 1 ? '1 result' : `${total} results`;
  const limit = total > found.length ? ` The first ${found.length} are shown.` : '';
  return [text(`${count} for ${quoted}.${limit}`)];
}

/** One result: its title as a link, what kind of thing it is, and the passage that matches. */
export function resultItem({ url, title, kind, note, excerpt }: Found): HTMLLIElement {
  const link = element('a', [text(title)]);
  link.href = url;
  const name = Object.entries(resultKinds).find(([id]) => id === kind)?.[1].singular ?? '';
  const about = element('p', [element('strong', [text(name)]), text(note ? ` · ${note}` : '')]);
  about.className = 'result-kind';
  const item = element('li', [element('h2', [link]), about, element('p', marked(excerpt))]);
  item.className = 'result';
  return item;
}

/** Text and marks of an excerpt; any other element in it is dropped, whatever the index says. */
function marked(excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) =>
    node.nodeName === 'MARK'
      ? element('mark', [text(node.textContent ?? '')])
      : text(node.textContent ?? ''),
  );
}

const text = (words: string) => document.createTextNode(words);

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, children: Node[]) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
