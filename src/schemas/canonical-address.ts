/**
 * An address of another site as every browser writes it once it has read it (WHATWG URL, 4.5): the host
 * in small letters and ASCII, a slash after it, no default port, and percent-encoded what is not ASCII. So
 * page, email, text, feed and search write one address the same way. What leads into this site, or is no
 * address, stays as it is.
 */
export function canonicalAddress(to: string): string {
  if (!/^https:\/\//i.test(to) || !URL.canParse(to)) return to;
  // Braces stay as they are in a query, and two of them mean something to a message: {{…}} is filled in.
  return new URL(to).href.replaceAll('{', '%7B').replaceAll('}', '%7D');
}
