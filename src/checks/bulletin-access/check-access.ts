import type { Element, Nodes } from 'hast';
import { elementsOf, parseHtml } from '../parity/read-html.ts';

/** One thing that keeps a reader of a bulletin from it. */
export interface AccessFinding {
  rule: 'language' | 'title' | 'tables' | 'headings' | 'links' | 'pictures';
  found: string;
}

/**
 * What the Email Markup Consortium finds missing in nearly every email: `lang` and `dir` on the page
 * and again on the wrapper (mail programs drop `<html>`), a title, `role="presentation"` on tables
 * that lay out, one h1 and no level skipped, links with words, pictures with
 * `alt`, their size in numbers and an address that holds everywhere.
 */
export function checkAccess(html: string): AccessFinding[] {
  const tree = parseHtml(html);
  const all = elementsOf(tree);
  const named = (...names: string[]) => all.filter(({ tagName }) => names.includes(tagName));
  return [
    ...languages(all),
    ...named('title')
      .filter((title) => words(title) === '')
      .map(() => ({ rule: 'title', found: 'an empty title' }) as const),
    ...(named('title').length === 1 ? [] : [{ rule: 'title', found: 'no single title' } as const]),
    ...named('table')
      .filter((table) => !isData(table) && !roles(table).includes('presentation'))
      .map(() => ({ rule: 'tables', found: 'a table that lays out and does not say so' }) as const),
    ...headings(named('h1', 'h2', 'h3', 'h4', 'h5', 'h6')),
    ...links(named('a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')),
    ...named('img').flatMap(pictures),
  ];
}

/* Outlook goes by numbers; every other program keeps the space free with them. */
function pictures({ properties: { src, alt, width, height } }: Element): AccessFinding[] {
  const sized = [width, height].every((size) => /^[1-9]\d*$/.test(String(size)));
  return [
    ...(alt === undefined ? [`no alt: ${String(src)}`] : []),
    ...(sized ? [] : [`no width and height in pixels: ${String(src)}`]),
    ...(/^https?:\/\//.test(String(src)) ? [] : [`no absolute address: ${String(src)}`]),
  ].map((found) => ({ rule: 'pictures', found }));
}

const words = (node: Nodes): string =>
  node.type === 'text'
    ? node.value.trim()
    : 'children' in node
      ? node.children.map(words).join(' ').trim()
      : '';

const roles = ({ properties: { role } }: Element) => (Array.isArray(role) ? role : [role]);

const isData = (table: Element) => elementsOf(table).some(({ tagName }) => tagName === 'th');

function languages(all: readonly Element[]): AccessFinding[] {
  const html = all.find(({ tagName }) => tagName === 'html');
  const wrapper = all.find((element) => roles(element).includes('article'));
  return [
    ['the page', html],
    ['the wrapper', wrapper],
  ].flatMap(([name, element]): AccessFinding[] => {
    if (typeof element !== 'object')
      return [{ rule: 'language', found: `${String(name)} is missing` }];
    const { lang, dir } = element.properties;
    return lang && dir ? [] : [{ rule: 'language', found: `${String(name)} without lang or dir` }];
  });
}

function headings(list: readonly Element[]): AccessFinding[] {
  const levels = list.map(({ tagName }) => Number(tagName[1]));
  const tops = levels.filter((level) => level === 1).length;
  const skipped = list.filter((_, at) => (levels[at] ?? 0) - (levels[at - 1] ?? 0) > 1);
  return [
    ...(tops === 1 ? [] : [{ rule: 'headings', found: `${tops} headings of level 1` } as const]),
    ...[...skipped, ...list.filter((one) => words(one) === '')].map(
      (one) => ({ rule: 'headings', found: `<${one.tagName}> “${words(one)}”` }) as const,
    ),
  ];
}

/*
 * Words that say nothing out of their sentence (WCAG 2.2, 2.4.9), and the same words for two pages
 * under one heading, which gives a link its context (2.4.4, H80).
 */
const empty = /^(?:|here|click here|read more|more|link|this|https?:\S+)$/i;

function links(list: readonly Element[]): AccessFinding[] {
  const targets = new Map<string, string | undefined>();
  return list.flatMap((link): AccessFinding[] => {
    const said = words(link);
    if (link.tagName !== 'a') {
      targets.clear();
      return [];
    }
    const to = String(link.properties['href'] ?? '');
    const page = to.split('#')[0];
    const other = targets.get(said);
    targets.set(said, page);
    if (empty.test(said)) return [{ rule: 'links', found: `a link that says “${said}”` }];
    if (!to || to === '#') return [{ rule: 'links', found: `“${said}” leads nowhere` }];
    return other === undefined || other === page
      ? []
      : [{ rule: 'links', found: `“${said}” leads to two places` }];
  });
}
