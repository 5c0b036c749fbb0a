/** What crawlers may read (RFC 9309): every page, but not the bulletins, which say the same again, nor anybody's own link. */
export const robots = (origin: string): string =>
  `User-agent: *
Disallow: /bulletins/
Disallow: /unsubscribe/

Sitemap: ${origin}/sitemap.xml
`;
