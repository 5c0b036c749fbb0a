import { refuseErrors } from '../../checks/running/refuse-errors.ts';
import { formatLongDate } from '../../dates/format.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import type { Settings } from '../../settings/settings.ts';

/**
 * What the checks have against a bulletin that goes out on a day, and what to do about it. It was
 * approved for its own date or another one; meanwhile its deadlines may have passed.
 * @param day YYYY-MM-DD in New Zealand
 */
export async function refuseErrorsOnDay(
  day: string,
  { edition, audience }: Bulletin,
  { content }: Pick<Settings, 'content'>,
): Promise<readonly Problem[]> {
  try {
    await refuseErrors(edition, { folder: content, sendDay: day });
    return [];
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const count = error.problems.length === 1 ? 'an error' : `${error.problems.length} errors`;
    const approve = `npm run -s panui -- approve ${edition} --audience ${audience} --by "YOUR ROLE" --on ${day}`;
    return [
      {
        file: 'the day of sending',
        expected: 'one on which everything in it still holds',
        found: `${formatLongDate(day)}, with ${count} on that day`,
        remedy: `Choose another day with --at. Or mend the text, build, and approve it for that day: \`${approve}\`.`,
      },
      ...error.problems,
    ];
  }
}
