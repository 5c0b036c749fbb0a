/** A drawing that a page shows in the place of its picture, in the colours of the page. */
export interface Drawing {
  /** The viewBox: where it begins, and how wide and high it is. */
  box: string;
  /** What stands within its `svg` element, markup of this vocabulary and nothing else. */
  markup: string;
}

/* What draws and writes. No styles, scripts, links, events, foreign parts or outside sources. */
const elements = new Set([
  'g',
  'rect',
  'path',
  'line',
  'circle',
  'ellipse',
  'polyline',
  'polygon',
  'text',
  'tspan',
]);

const number = String.raw`-?[\d.]+`;
const colour =
  /^(?:none|currentColor|var\(--(?:ink|muted|paper|raised|rule|link|accent|on-accent|tint)\))$/;

/* What each attribute may hold. */
const attributes: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    ['x', 'y', 'width', 'height', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'dx', 'dy']
      .concat('stroke-width', 'font-size', 'font-weight', 'opacity')
      .map((name) => [name, new RegExp(`^${number}$`)]),
  ),
  points: /^[-\d., ]+$/,
  d: /^[-\d.,\sA-Za-z]+$/,
  transform: /^[a-z\d(),. -]+$/,
  'text-anchor': /^(?:start|middle|end)$/,
  'stroke-linecap': /^(?:butt|round|square)$/,
  'stroke-linejoin': /^(?:miter|round|bevel)$/,
  fill: colour,
  stroke: colour,
};

const root =
  /^\s*<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="([-\d. ]+)">([^]*)<\/svg>\s*$/;
const part = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*(\/?)>|[^<>]+/gy;

/**
 * A drawing in SVG, held to a vocabulary that can do nothing but draw, in the colours of the page.
 * @returns what is in it that it may not have, where there is anything
 */
export function readDrawing(text: string): Drawing | { found: string } {
  const [, box = '', markup = ''] = root.exec(text) ?? [];
  if (box === '')
    return { found: 'no <svg xmlns="http://www.w3.org/2000/svg" viewBox="…"> around it' };
  part.lastIndex = 0;
  const open: string[] = [];
  while (part.lastIndex < markup.length) {
    const at = part.lastIndex;
    const found = part.exec(markup);
    if (!found) return { found: markup.slice(at, at + 40) };
    const [whole, close, name, written, empty] = found;
    if (name === undefined) continue;
    if (!elements.has(name)) return { found: `<${close}${name}>` };
    if (close) {
      if (open.pop() !== name) return { found: `</${name}> where it does not belong` };
      continue;
    }
    for (const [, key = '', value = ''] of written?.matchAll(/([\w:-]+)="([^"]*)"/g) ?? [])
      if (!attributes[key]?.test(value)) return { found: `${key}="${value}" in ${whole}` };
    if (!empty) open.push(name);
  }
  return open.length > 0 ? { found: `<${open.at(-1)}> that nothing closes` } : { box, markup };
}
