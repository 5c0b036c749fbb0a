import { reoPattern } from '../../content/mark-reo.ts';
import { runsOnOneLine } from '../../dates/keep-on-one-line.ts';

/**
 * Marks what the search has just shown as the built pages mark it: listed phrases of te reo Māori, and words
 * within which no line may break. They may run over words that are highlighted and words that are not: each
 * part is marked.
 */
export function markResults(parts: readonly Element[], phrases: readonly string[]): void {
  const listed = reoPattern(phrases);
  for (const part of parts) {
    for (const block of part.querySelectorAll('p, h2, h3, li, summary')) {
      if (block.querySelector('p, h2, h3')) continue;
      const words = block.textContent ?? '';
      for (const { index, 0: phrase } of listed ? words.matchAll(listed) : [])
        wrap(block, index, index + phrase.length, (span) => (span.lang = 'mi'));
      let at = 0;
      for (const { text, whole } of runsOnOneLine(words)) {
        if (whole) wrap(block, at, at + text.length, (span) => (span.className = 'whole'));
        at += text.length;
      }
    }
  }
}

function wrap(block: Element, from: number, to: number, mark: (span: HTMLElement) => void): void {
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
    mark(span);
    range.surroundContents(span);
  }
}
