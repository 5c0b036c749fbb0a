import { reoPattern } from '../content/mark-reo.ts';

/**
 * Marks listed phrases of te reo Māori in what the search has just shown, as the built pages mark them.
 * A phrase may run over words that are highlighted and words that are not: each part is marked.
 */
export function markReoIn(parts: readonly Element[], phrases: readonly string[]): void {
  const listed = reoPattern(phrases);
  if (!listed) return;
  for (const part of parts) {
    for (const block of part.querySelectorAll('p, h2, li, summary')) {
      if (block.querySelector('p, h2')) continue;
      for (const { index, 0: words } of (block.textContent ?? '').matchAll(listed))
        mark(block, index, index + words.length);
    }
  }
}

function mark(block: Element, from: number, to: number): void {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  let at = 0;
  for (const text of texts) {
    const [start, end] = [Math.max(0, from - at), Math.min(text.length, to - at)];
    at += text.length;
    if (start >= end) continue;
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    const span = document.createElement('span');
    span.lang = 'mi';
    range.surroundContents(span);
  }
}
