import type { Notes } from '../notes.ts';
import { type Node, property, textOf } from './parse-elements.ts';

/**
 * An address that Cloudflare's e-mail protection hid: hexadecimal, each byte XOR the first of them.
 * https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/
 * @returns nothing where it hides no address
 */
export function revealAddress(hidden: string): string | undefined {
  if (!/^(?:[\da-f]{2}){4,}$/i.test(hidden)) return undefined;
  const [key = 0, ...bytes] = Buffer.from(hidden, 'hex');
  const address = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key));
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : undefined;
}

/** The same elements with every address that was hidden in them written out; each is noted. */
export function revealAddresses(nodes: readonly Node[], notes: Notes): Node[] {
  return nodes.map((node): Node => {
    if (node.type !== 'element') return node;
    const href = property(node, 'href') ?? '';
    const hidden =
      property(node, 'dataCfemail') ?? /\/cdn-cgi\/l\/email-protection#([\da-f]+)/i.exec(href)?.[1];
    const address = hidden === undefined ? undefined : revealAddress(hidden);
    if (address === undefined) return { ...node, children: revealAddresses(node.children, notes) };
    notes.mended.push(`An address that the page protected can be read again: ${address}.`);
    const words = textOf(node.children).replaceAll(/\s+/g, ' ').trim();
    const isStandIn = words === '' || /email.protected/i.test(words);
    const children: Node[] = isStandIn ? [{ type: 'text', value: address }] : node.children;
    return node.tagName === 'a'
      ? { ...node, properties: { href: `mailto:${address}` }, children }
      : { type: 'text', value: textOf(children) };
  });
}
