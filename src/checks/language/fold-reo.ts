/** A word without macrons or umlauts, in lower case: "Mäori" and "Māori" are "maori". */
export const foldReo = (word: string): string =>
  plain.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFD')
        .replaceAll(/[\u0304\u0308]/g, '')
        .normalize('NFC')
        .toLowerCase();

/* Most words have nothing to fold. */
const plain = /^[\x20-\x7e]*$/;

/** A folded word with double vowels made single: "whaanau" is "whanau". */
export const singleVowels = (folded: string): string => folded.replaceAll(/([aeiou])\1/g, '$1');
