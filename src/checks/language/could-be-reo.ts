/** Whether a word could be te reo Māori by its letters: every syllable ends with a vowel. */
export const couldBeReo = (word: string): boolean =>
  word.length < 30 && /^(?:(?:ng|wh|[hkmnprtw])?[aeiouāēīōū])+$/i.test(word);
