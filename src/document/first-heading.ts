/* Blocks with a title of their own: headings inside are beneath it. */
const titled: readonly string[] = ['Category', 'Item', 'Principle'];

/** The number of "#" of the first level of heading directly in a document. */
export const firstHeading = 2;

/**
 * The number of "#" of the first level of heading that an author may write in a block. In an item it is
 * the same with a category around it and without, so that nobody rewrites what is moved.
 * @param around that of the place in which the block stands
 */
export const firstHeadingIn = (block: string, around: number): number =>
  titled.includes(block) ? firstHeading + 1 : around;
