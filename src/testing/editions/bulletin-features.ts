import { rawData } from 'caniemail';
import { elementsOf, parseHtml } from '../../checks/parity/read-html.ts';

/** Everything a bulletin is made of that a mail program may not know: "<td>", "bgcolor attribute", "border-top". */
export function featuresOf(html: string): Set<string> {
  const elements = elementsOf(parseHtml(html));
  const declarations = [
    ...[...html.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style),
    ...[...html.matchAll(/\{([^{}]+:[^{}]+)\}/g)].map(([, rule = '']) => rule),
  ];
  return new Set([
    ...elements.map(({ tagName }) => `<${tagName}> element`),
    ...[...html.matchAll(/\s([a-z][\w:-]*)="/g)].map(([, name]) => `${name} attribute`),
    ...declarations
      .flatMap((rules) => rules.split(';').map((rule) => rule.split(':')[0]?.trim() ?? ''))
      .filter((property) => property !== ''),
    ...[...html.matchAll(/@media \((prefers-[a-z-]+)/g)].map(([, name]) => `@media (${name})`),
  ]);
}

/* Can I email has one entry for some that belong together, and says in words what others are. */
const together: Readonly<Record<string, string>> = {
  '<h1> to <h6> elements': '<h1> element, <h2> element, <h3> element, <h4> element',
  '<ul>, <ol> and <dl>': '<ul> element, <ol> element',
  'font shorthand': 'font',
};

const titles = new Set(
  rawData.data.flatMap(({ title }) =>
    (together[title] ?? title.replace(/ (?:CSS )?property$/, '')).split(', '),
  ),
);

/** Whether Can I email has an entry for it. */
export const isListed = (feature: string): boolean => titles.has(feature);
