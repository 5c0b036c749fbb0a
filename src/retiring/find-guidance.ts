import type { Content } from '../content/content.ts';
import { closest } from '../problems/closest.ts';
import { BadInput } from '../problems/problem.ts';

/**
 * The page of guidance of that name, as it is published.
 * @param word what was asked for it with: "withdraw home-education"
 * @throws {BadInput} where there is none, it is a draft, or it was withdrawn already
 */
export function findGuidance(
  content: Content,
  id: string,
  word: string,
): Content['guidance'][number] {
  const page = content.guidance.find((one) => one.id === id);
  if (!page) {
    const known = content.guidance.map((one) => one.id);
    const meant = closest(id, known);
    throw new BadInput([
      {
        file: `${word} ${id}`,
        expected: `the name of guidance: ${known.join(', ') || 'there is none yet'}`,
        found: `"${id}"`,
        remedy: meant
          ? `Write "${meant}" if that is what you meant.`
          : 'The name is what stands in its address: /guidance/NAME/.',
      },
    ]);
  }
  const { file, data, lineOf } = page;
  if (content.drafts.has(file)) {
    throw new BadInput([
      {
        file,
        line: lineOf(['state']),
        expected: 'guidance that was published',
        found: 'a draft, which no reader has seen',
        remedy: 'Change its title, or delete the file: nobody has its address.',
      },
    ]);
  }
  if (data.withdrawn) {
    throw new BadInput([
      {
        file,
        line: lineOf(['withdrawn']),
        expected: 'guidance that holds',
        found: `one that was withdrawn on ${data.withdrawn.on}`,
        remedy: 'Leave it as it is: its address and its wording are kept.',
      },
    ]);
  }
  return page;
}
