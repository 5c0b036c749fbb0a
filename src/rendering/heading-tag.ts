const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** The element for a heading of a level; there is none beneath `h6`. */
export const headingTag = (level: number): (typeof tags)[number] => tags[level - 1] ?? 'h6';

/**
 * A heading of a level around words that are HTML already.
 * @param look a class, where it looks other than its level does
 */
export const headingHtml = (level: number, html: string, look?: string): string =>
  `<${headingTag(level)}${look ? ` class="${look}"` : ''}>${html}</${headingTag(level)}>`;
