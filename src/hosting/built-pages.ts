/** A page of the built site. */
export interface BuiltPage {
  /** From the root of the site: "/guidance/". */
  path: string;
  /** As the page wants to be called where its address is shared; none where nobody is meant to find it (404). */
  title: string | undefined;
}

declare global {
  /** What renders pages is bundled and has modules of its own; a build hears of each page here. */
  var panuiPages: ((page: BuiltPage) => void) | undefined;
}

/** Has `hear` called with each page as soon as it is rendered. */
export function hearPages(hear: (page: BuiltPage) => void): void {
  globalThis.panuiPages = hear;
}

/**
 * Tells a build of a page that was rendered; bulletins are no pages.
 * @param address from the root of the site
 */
export function tellPage(address: string, html: string): void {
  if (!globalThis.panuiPages || address.startsWith('/bulletins/')) return;
  // Astro writes this one, and no other, as a file without a folder.
  const path = address === '/404/' ? '/404.html' : address;
  globalThis.panuiPages({ path, title: sharedTitle(html) });
}

/** Pages in the order of their files. */
export const inOrder = (pages: readonly BuiltPage[]): BuiltPage[] =>
  pages.toSorted((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1));

const fileOf = ({ path }: BuiltPage) => path.replace(/\/$/, '/index.html');

function sharedTitle(html: string): string | undefined {
  const title = /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1];
  return title === undefined ? undefined : decoded(title);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of an attribute as Astro writes it. */
const decoded = (html: string) =>
  html
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (entity, name: string) => named[name] ?? entity);
