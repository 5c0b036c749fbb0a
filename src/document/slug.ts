/** An anchor from words: macrons folded, lower case, hyphens between words ("Ngā mihi nui" → "nga-mihi-nui"). */
export function slug(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
