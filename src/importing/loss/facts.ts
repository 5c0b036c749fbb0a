import { foldReo } from '../../checks/language/fold-reo.ts';
import { canonicalAddress } from '../../schemas/fields.ts';
import type { Stated } from '../source.ts';

/** What a text says, in a form in which two texts can be compared. */
export interface Facts {
  /** Each as its words, with a space before, between and after. */
  sentences: string[];
  /** Whatever has a digit in it. */
  numbers: string[];
  links: string[];
  /** Digits alone. */
  phones: string[];
  addresses: string[];
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const url = /\bhttps?:\/\/[^\s<>()[\]“”"]+/gi;
const phone = /(?<![\d/.-])(?:\+64|0[3-9]|02\d|0800|0508)(?:[\s()-]*\d){6,9}(?!\d)/g;

/** The words of a text: letters and digits, without macrons, umlauts and capitals, and nothing that is not seen. */
export const wordsIn = (text: string): string[] =>
  foldReo(
    text
      .normalize('NFKC')
      .replaceAll(/[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ''),
  ).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Words as one text in which a sentence can be looked for. */
export const asRun = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** The words of a text without the addresses in it, which are facts of their own. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(url, ' ').replaceAll(address, ' ');

/** An address as it is compared: without what redirects and encryption change. */
export function comparable(link: string): string {
  const canonical = canonicalAddress(link.trim().replace(/^http:/i, 'https:'));
  return canonical.replace(/\/$/, '').replace(/[.,;:]+$/, '');
}

/** Every sentence, number, link, telephone number and address of what a source says. */
export function factsOf({ passages, links }: Stated): Facts {
  const whole = passages.join('\n');
  const typed = (whole.match(url) ?? []).map((link) => link.replace(/[.,;:]+$/, ''));
  const words = passages.map(withoutAddresses);
  const sentences = words
    .flatMap((passage) => passage.split(/(?<=[.!?…]["”’)\]]*)\s+/))
    .map(wordsIn)
    .filter((sentence) => sentence.length > 0);
  return {
    sentences: sentences.map(asRun),
    numbers: sentences.flat().filter((word) => /\p{N}/u.test(word)),
    links: [...links, ...typed].map(comparable).filter((link) => link !== ''),
    phones: (whole.match(phone) ?? []).map((one) => one.replaceAll(/\D/g, '')),
    addresses: (whole.match(address) ?? []).map((one) => one.toLowerCase()),
  };
}
