/* Blocks that open a section of their own: headings inside start one level further down. */
const sections: readonly string[] = ['Item', 'Principle'];

/** The number of "#" of the first level of heading directly in a document. */
export const firstHeading = 2;

/**
 * The number of "#" of the first level of heading that an author may write in a block.
 * @param around that of the place in which the block stands
 */
export const firstHeadingIn = (block: string, around: number): number =>
  sections.includes(block) ? around + 1 : around;
