import type { Page } from 'playwright-core';

/**
 * Puts a word of 85 letters, the length of New Zealand's longest place name, in place of all words of
 * authors on a page.
 * @param width of its window in CSS pixels
 * @returns the elements that stand beyond its edge, where the page can then be scrolled sideways
 */
export const pushedByLongWords = (page: Page, width: number): Promise<string[]> =>
  page.evaluate((room) => {
    const long = 'Whakawhanaungatanga'.repeat(5).slice(0, 85);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    // Dates, short words kept whole, and labels are no words of authors.
    const fixed = 'time, .whole, .label, script, style, template';
    const isWords = ({ nodeValue, parentElement }: Node) =>
      nodeValue?.trim() && !parentElement?.closest(fixed);
    for (const text of texts.filter(isWords)) text.nodeValue = ` ${long} `;
    const wide = document.documentElement.scrollWidth > room;
    const beyond = Array.from(wide ? document.body.querySelectorAll('*') : [])
      .filter((element) => element.getBoundingClientRect().right > room + 0.5)
      .map(({ tagName, className }) => `${tagName}.${className}`);
    return [...new Set(beyond)];
  }, width);
