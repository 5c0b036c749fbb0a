/**
 * An address that Cloudflare's e-mail protection hid: hexadecimal, each byte XOR the first of them.
 * https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/
 * @returns nothing where it hides no address
 */
export function revealAddress(hidden: string): string | undefined {
  if (!/^(?:[\da-f]{2}){4,}$/i.test(hidden)) return undefined;
  const [key = 0, ...bytes] = Uint8Array.fromHex(hidden);
  const address = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key));
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : undefined;
}

/** What an address of a link or a mark of a page hides in that way, if anything. */
export const hiddenIn = (
  href: string | undefined,
  marked: string | undefined,
): string | undefined =>
  revealAddress(
    marked ?? /\/cdn-cgi\/l\/email-protection#([\da-f]+)$/i.exec(href ?? '')?.[1] ?? '',
  );
