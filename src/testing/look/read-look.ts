import type { Browser, Page } from 'playwright-core';
import { openBulletin } from './open-bulletin.ts';

/** One element that a reader sees: one with words of its own, a ground or a border. */
export interface Seen {
  /** Which element of the page it is, in the order of the source. */
  at: number;
  tag: string;
  /** Its own words, without those of elements in it. */
  words: string;
  /** Its left edge, its top under that of the element before it, width and height, in CSS pixels. */
  place: readonly [left: number, down: number, width: number, height: number];
  /** Size and line height, weight, what else letters have: "17px/25.5px 400 underline". */
  type: string;
  colour: string;
  /** What its words stand on: its own ground or the nearest one around it. */
  ground: string;
  /** "2px 2px 2px 2px #14213d", or "" without one. */
  border: string;
}

/** What a reader sees of an open bulletin, in the order of its source. */
export const readSeen = (page: Page): Promise<Seen[]> =>
  page.evaluate(() => {
    const hex = (colour: string) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      if (alpha === 0) return '';
      return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    };
    const groundOf = (element: Element | null): string =>
      element === null
        ? '#ffffff'
        : hex(getComputedStyle(element).backgroundColor) || groundOf(element.parentElement);
    // Only keeps words on one line: they are those of what stands around it.
    const isWhole = (node: Node) => node instanceof Element && node.className === 'whole';
    const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
    let above = 0;
    return [...document.body.querySelectorAll('*')].flatMap((element, at) => {
      if (isWhole(element)) return [];
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (style.visibility !== 'visible' || box.width === 0 || box.height < 2) return [];
      const words = [...element.childNodes]
        .map((node) =>
          node.nodeType === Node.TEXT_NODE || isWhole(node) ? (node.textContent ?? '') : ' ',
        )
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim();
      const widths = sides.map((side) =>
        style[`border${side}Style`] === 'none' ? '0px' : style[`border${side}Width`],
      );
      const edges = new Set(
        sides
          .filter((_, at) => widths[at] !== '0px')
          .map((side) => hex(style[`border${side}Color`])),
      );
      const border = edges.size === 0 ? '' : [...widths, ...edges].join(' ');
      const ground = groundOf(element);
      const drawn =
        border !== '' || ground !== groundOf(element.parentElement) || element.tagName === 'IMG';
      if (words === '' && !drawn) return [];
      const down = box.top - above;
      above = box.top;
      const mark = element.tagName === 'LI' ? [style.listStyleType] : [];
      const decoration = style.textDecorationLine === 'none' ? [] : [style.textDecorationLine];
      return [
        {
          at,
          tag: element.tagName.toLowerCase(),
          words,
          place: [box.left, down, box.width, box.height] as const,
          type: [
            `${style.fontSize}/${style.lineHeight}`,
            style.fontWeight,
            ...(style.letterSpacing === 'normal' ? [] : [style.letterSpacing]),
            ...(style.fontStyle === 'normal' ? [] : [style.fontStyle]),
            ...decoration,
            ...mark,
          ].join(' '),
          colour: hex(style.color),
          ground,
          border,
        },
      ];
    });
  });

/**
 * The look of a bulletin as lines of text, one for each element that is seen: where it stands at 360
 * and at 640 pixels, its type, its colours in the light and in the dark, and, after a tab, its words.
 */
export async function readLook(browser: Browser, html: string): Promise<string> {
  const seen = async (width: number, dark: boolean) => {
    const page = await openBulletin(browser, html, { width, dark });
    const elements = await readSeen(page);
    await page.close();
    return elements;
  };
  const [narrow, wide, dark] = [
    await seen(360, false),
    await seen(640, false),
    await seen(360, true),
  ];
  const lines = narrow.map((one) => {
    const place = (seen: Seen) => {
      const [left, down, width, height] = seen.place.map(Math.round);
      return `${left},${down} ${width}x${height}`;
    };
    const colours = ({ colour, ground, border }: Seen) =>
      `${colour} on ${ground}${border && ` in ${border}`}`;
    const same = ({ at }: Seen) => at === one.at;
    const [other, night] = [wide.find(same), dark.find(same)];
    return [
      [
        one.tag,
        place(one),
        other ? place(other) : 'nothing',
        one.type,
        colours(one),
        night ? colours(night) : 'nothing',
      ].join(' | '),
      one.words,
    ].join('\t');
  });
  return `${lines.join('\n')}\n`;
}
