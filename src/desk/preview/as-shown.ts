/** How a page or a bulletin is looked at. */
export interface Appearance {
  theme: 'light' | 'dark';
  /** Whether pictures are loaded, which a mail program may not do. */
  images: 'on' | 'off';
}

/** Where the desk shows what the preview answers, so that it stands in frames of the desk itself. */
export const previewSite = '/desk/preview/site';

/**
 * HTML of the preview as one looks at it at the desk: in its colours for light or dark whatever the browser prefers,
 * without scripts, and with its own addresses led through the desk.
 * @param site the origin of the site, which stands before addresses in a bulletin
 */
export const asShown = (html: string, { theme }: Pick<Appearance, 'theme'>, site: string): string =>
  html
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(/\(prefers-color-scheme:\s*dark\)/g, theme === 'dark' ? 'all' : 'not all')
    .replaceAll(/(\s(?:src|href)=")([^"]*)/g, (_, before: string, address: string) => {
      const own = address.startsWith(`${site}/`) ? address.slice(site.length) : address;
      return `${before}${/^\/(?!\/)/.test(own) ? `${previewSite}${own}` : own}`;
    })
    .replaceAll(/(url\(["']?)(?=\/(?!\/))/g, `$1${previewSite}`);

/** What is shown runs nothing and loads its pictures and typeface alone; its style is inline while it is developed. */
export const shownPolicy = ({ images }: Pick<Appearance, 'images'>): string =>
  [
    "default-src 'none'",
    `img-src ${images === 'on' ? "'self' data:" : "'none'"}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    // The desk reads how far it was scrolled, to show the next one there.
    'sandbox allow-same-origin allow-popups',
  ].join('; ');
