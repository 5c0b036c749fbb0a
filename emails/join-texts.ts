/** Boxes that only begin something: what follows flows on within them. */
const open = / mj-class="(?:part|session)"/;

/**
 * Joins `mj-text` elements that follow one another into one. Each costs about 400 bytes of HTML
 * and Gmail cuts a message off at about 100 KB, so a run of paragraphs, headings and lists is one
 * element however many blocks it comes from. An element with attributes keeps a box of its own,
 * but for one that opens a part of the text.
 */
export function joinTexts(mjml: string): string {
  let boxed = false;
  return mjml.replaceAll(/<mj-text( [^>]*)?>|<\/mj-text>\s*<mj-text>/g, (match, attributes) => {
    if (match.startsWith('<mj-text')) {
      boxed = attributes !== undefined && !open.test(attributes);
      return match;
    }
    const seam = boxed ? match : '';
    boxed = false;
    return seam;
  });
}
