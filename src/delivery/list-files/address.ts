import { domainToASCII } from 'node:url';

/** An address in the one form it is stored and compared in, or why it cannot be one. */
export type NormalisedAddress = { ok: true; address: string } | { ok: false; reason: string };

/**
 * Brings an email address into its one stored form: trimmed, NFC, lower case, an international
 * domain in ASCII (IDNA, RFC 5891). Dots and "+tags" stay: they are part of somebody's address.
 * Impossible addresses (RFC 5321, 4.1.2) come back with a reason that completes "found …".
 */
export function normaliseAddress(text: string): NormalisedAddress {
  const address = text.trim().normalize('NFC').toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = asciiDomain(address.slice(at + 1));
  const reason = whyImpossible(address, local) ?? domain.reason;
  if (reason !== undefined) return { ok: false, reason };
  const normalised = `${local}@${domain.name}`;
  // RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all.
  if (local.length > 64) return refuse('more than 64 characters before the @');
  if (normalised.length > 254) return refuse('more than 254 characters');
  return { ok: true, address: normalised };
}

/** An address that people may see in a message or a log: "o***@kura.example". */
export function maskAddress(text: string): string {
  const visible = text.trim().replaceAll(/[\p{C}\p{Z}]/gu, '');
  const [first = ''] = visible;
  const at = visible.lastIndexOf('@');
  const domain = at > 0 && visible.indexOf('@') === at ? visible.slice(at, at + 60) : '';
  return `${first}***${domain}`;
}

/** Words from elsewhere with every address in them masked, fit for a log. */
export const maskAddresses = (words: string): string =>
  words.replaceAll(/[^\s<>"'`,;:()[\]]+@[^\s<>"'`,;:()[\]]+/g, (address) => maskAddress(address));

const refuse = (reason: string): NormalisedAddress => ({ ok: false, reason });

function whyImpossible(address: string, local: string): string | undefined {
  if (address === '') return 'nothing';
  if (/[,;]/.test(address)) return 'more than one address, or a comma or semicolon';
  if (/[<>"()]/.test(address)) return 'brackets or quotation marks';
  if (/\p{C}/u.test(address)) return 'an invisible character';
  if (/\s/u.test(address)) return 'a space inside it';
  const signs = address.split('@').length - 1;
  if (signs !== 1) return signs === 0 ? 'no @' : 'more than one @';
  if (local === '') return 'nothing before the @';
  if (/[^\u0020-\u007e]/.test(local)) return 'a letter with a macron or accent before the @';
  if (!/^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/.test(local)) {
    return 'a character before the @ that no address has';
  }
  if (/^\.|\.\.|\.$/.test(local)) return 'a full stop in the wrong place before the @';
  return undefined;
}

/** The domain in ASCII and lower case; `domainToASCII` also reads numbers and paths, which no mailbox has. */
function asciiDomain(text: string): { name: string; reason?: string } {
  const name = /[/\\%:?#[\]]/.test(text) ? '' : domainToASCII(text);
  const labels = name.split('.');
  if (text === '') return { name, reason: 'nothing after the @' };
  if (!text.includes('.')) return { name, reason: 'no full stop after the @' };
  const sound = labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  const last = labels.at(-1) ?? '';
  if (!sound || !/^([a-z]{2,}|xn--[a-z0-9-]+)$/.test(last)) {
    return { name, reason: 'a domain after the @ that cannot exist' };
  }
  return { name };
}
