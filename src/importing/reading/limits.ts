/** A long newsletter has 500; each takes its time to read, to write and to compare. */
export const mostParagraphs = 5000;
