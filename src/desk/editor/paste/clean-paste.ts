/**
 * What Word, Outlook and web pages put on the clipboard, as plain HTML that the editor's own parser takes:
 * lists are lists, headings are headings, links lead where they say, and nothing else of how it looked is
 * left. The editor keeps of it only what its schema has.
 */
export function cleanPaste(html: string): string {
  // Made for its tree alone: it runs nothing and loads nothing.
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  const { body } = page;
  if (body.querySelector('[data-pm-slice]')) return html;
  for (const gone of body.querySelectorAll(nothingToKeep)) gone.remove();
  for (const element of body.querySelectorAll('*')) {
    // Names with a colon are Word's own: what they hold is text.
    if (element.localName.includes(':')) element.replaceWith(...element.childNodes);
  }
  listParagraphs(body);
  for (const element of body.querySelectorAll<HTMLElement>('b, strong, i, em, span'))
    markOf(element);
  for (const link of body.querySelectorAll('a')) cleanLink(link);
  for (const cell of body.querySelectorAll('td, th')) wordsOnly(cell);
  for (const element of body.querySelectorAll('div')) {
    if (!element.querySelector(blocks)) rename(element, 'p');
  }
  for (const element of body.querySelectorAll('*')) {
    for (const name of element.getAttributeNames())
      if (name !== 'href') element.removeAttribute(name);
  }
  plainSpaces(body);
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    if (paragraph.textContent.trim() === '' && !paragraph.querySelector('br + br'))
      paragraph.remove();
  }
  return body.innerHTML;
}

const nothingToKeep =
  'script, style, meta, link, title, xml, img, svg, object, iframe, form, input, button, hr, template';
const blocks = 'p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote';

/*
 * Word writes "<![if !supportLists]>" around the mark of an entry: what is between stays, its end is known. How
 * things look is kept as data: no style of another program may be put on, here or anywhere.
 */
const withoutStyles = (html: string) =>
  html
    .replaceAll(/<!--\[if[^]*?<!\[endif\]-->|<style[^]*?<\/style>/gi, '')
    .replaceAll(/<!\[[^>]*\]>|<!--[^]*?-->/g, '')
    .replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ' data-style='));

/** How a program says that something looks, by the name of a property of CSS; empty where it does not. */
const looks = (element: HTMLElement, property: string): string => {
  const written = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i');
  return written.exec(element.dataset['style'] ?? '')?.[1]?.trim() ?? '';
};

/** Paragraphs that Word means as entries of lists, as lists within each other. */
function listParagraphs(body: HTMLElement): void {
  let open: HTMLElement[] = [];
  for (const paragraph of body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const level = Number(/level(\d)/.exec(looks(paragraph, 'mso-list'))?.[1] ?? 0);
    if (level === 0) {
      open = [];
      continue;
    }
    const mark = takeMark(paragraph);
    if (open[0] && paragraph.previousElementSibling !== open[0]) open = [];
    open.length = Math.min(open.length, level);
    while (open.length < level) {
      const list = body.ownerDocument.createElement(/^[\p{L}\d]+[.)]$/u.test(mark) ? 'ol' : 'ul');
      const outer = open.at(-1);
      if (outer) (outer.lastElementChild ?? outer).append(list);
      else paragraph.before(list);
      open.push(list);
    }
    const item = body.ownerDocument.createElement('li');
    item.append(...paragraph.childNodes);
    open.at(-1)?.append(item);
    paragraph.remove();
  }
}

/** Takes the bullet or the number out of an entry, which Word writes as words. */
function takeMark(paragraph: HTMLElement): string {
  const written = [...paragraph.querySelectorAll('span')].find((span) =>
    /^ignore$/i.test(looks(span, 'mso-list')),
  );
  const mark = (written?.textContent ?? '').replaceAll('\u00a0', ' ').trim();
  written?.remove();
  return mark;
}

/** Bold and italics by what they look like: programs write both for parts that are neither. */
function markOf(element: HTMLElement): void {
  const [fontWeight, fontStyle] = [looks(element, 'font-weight'), looks(element, 'font-style')];
  const isBold = fontWeight === 'bold' || Number(fontWeight) >= 600;
  const isPlain = fontWeight === 'normal' || (fontWeight !== '' && Number(fontWeight) < 600);
  const tag = element.localName;
  if (tag === 'span') {
    const kind = isBold ? 'strong' : fontStyle === 'italic' ? 'em' : undefined;
    if (kind) rename(element, kind);
    else element.replaceWith(...element.childNodes);
  } else if (
    (isPlain && /^(b|strong)$/.test(tag)) ||
    (fontStyle === 'normal' && /^(i|em)$/.test(tag))
  ) {
    element.replaceWith(...element.childNodes);
  }
}

/** Where a link leads behind the address that Outlook puts before it; one that is no web address is words. */
function cleanLink(link: HTMLAnchorElement): void {
  const written = link.getAttribute('href') ?? '';
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const wrapped = url?.hostname.endsWith('.safelinks.protection.outlook.com')
    ? url.searchParams.get('url')
    : undefined;
  const to = (wrapped ?? written).replace(/^http:/i, 'https:');
  if (/^https:\/\/[^\s/]+\.\S+$/i.test(to) && link.textContent.trim() !== '')
    link.setAttribute('href', to);
  else link.replaceWith(...link.childNodes);
}

/** Paragraphs of a cell, which has words alone, one behind the other. */
function wordsOnly(cell: Element): void {
  for (const inner of cell.querySelectorAll('p, div, ul, ol, li, br')) {
    inner.replaceWith(...inner.childNodes, ' ');
  }
}

function rename(element: HTMLElement, tag: string): void {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** Spaces as somebody types them: no line breaks of the source, none that hold words together. */
function plainSpaces(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    currentNode.nodeValue = (currentNode.nodeValue ?? '').replaceAll(/[\s\u00a0]+/g, ' ');
  }
}
