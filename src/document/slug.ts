/**
 * An anchor from words: macrons folded, lower case, hyphens between words ("Ngā mihi nui" → "nga-mihi-nui").
 * Letters of other scripts stand by their numbers in Unicode ("你好" → "4f60-597d"): an address needs no escapes,
 * and two headings are told apart.
 */
export function slug(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'.]/g, '')
    .replace(/(?!\p{Script=Latin})\p{L}/gu, (letter) => `-${letter.codePointAt(0)?.toString(16)}-`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
