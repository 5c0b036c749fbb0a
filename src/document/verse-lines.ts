/** The lines of a verse that is written on one line, with " / " where each ends, as verse is quoted in a sentence. */
export const verseLines = (verse: string): string[] => verse.split(/\s+\/\s+/);
