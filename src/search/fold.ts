const apostrophes = /['’‘ʼʻ`´]/g;

/**
 * Text as a search compares it: lower case, without macrons or other marks, without apostrophes.
 * "Can’t" and "cant", "Māori" and "Maori" fold to the same.
 */
export const fold = (text: string): string => {
  // Most text is ASCII, where there are no marks to take off: a build folds every word of the site.
  const bare = isAscii.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.toLowerCase().replace(apostrophes, '');
};

const isAscii = /^[\0-\x7f]*$/;

/** The letters and digits of a text and nothing else: "AS-CMS", "as cms" and "A.S.C.M.S." are one. */
export const squash = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a text, folded, parted wherever there is neither letter nor digit. */
export const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text as Pagefind stores them: parted at spaces, so that "drop-in" is "dropin". */
export const indexedWords = (text: string): string[] =>
  fold(text).split(/\s+/).map(squash).filter(Boolean);
