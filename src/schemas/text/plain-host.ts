/**
 * Whether the host of an address is what it looks like: letters, digits, dots and hyphens, and perhaps a port. A user
 * name before an "@" is shown as if it were the host, and a quotation mark ends the address for some programs.
 * An address of this site has no host, and is plain.
 */
export function isPlainHost(address: string): boolean {
  const host = /^https:\/\/([^/?#]*)/i.exec(address)?.[1];
  // What is no address at all is told as that.
  if (host === undefined || !host.includes('.')) return true;
  return (
    /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+(?::\d{1,5})?$/u.test(host) &&
    URL.canParse(address)
  );
}
