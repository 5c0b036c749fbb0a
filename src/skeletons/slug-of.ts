import { slug } from '../document/slug.ts';
import { BadInput } from '../problems/problem.ts';

/* An address is read aloud and typed: more words than this help nobody. */
const longest = 60;

/**
 * The name of a file, and so the address of a page, from its title or its system: letters without
 * macrons, at most 60 characters, whole words.
 * @throws {BadInput} where the words have no letter or digit to make it of
 */
export function slugOf(name: string): string {
  const whole = slug(name);
  if (whole === '') {
    throw new BadInput([
      {
        file: `"${name}"`,
        expected: 'a letter from a to z or a digit: the address of the page is made of them',
        found: 'none',
        remedy:
          'Say in a few words what it is about. Macrons are welcome: the address leaves them out.',
      },
    ]);
  }
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  return cut.slice(0, cut.includes('-') ? cut.lastIndexOf('-') : longest);
}
