import { formatTime, isWholeDay } from '../../../dates/format.ts';
import { deadlinesIn } from '../../language/deadlines-in-text.ts';
import { timesIn } from '../../language/times-in-text.ts';
import type { BlockUse, Passage } from '../../reading/page.ts';
import type { Fault } from '../../rule.ts';

/**
 * Times of a deadline in the words of an item that is due at another time of that day, or at none.
 * @param asAt the day of the document, YYYY-MM-DD
 */
export function* againstTime(passage: Passage, item: BlockUse, asAt: string): Generator<Fault> {
  const { due = '' } = item.props;
  const own = isWholeDay(due) ? undefined : formatTime(due);
  for (const { day, leadFrom, from } of deadlinesIn(passage, asAt)) {
    const [time] = timesIn(passage.text.slice(leadFrom, from));
    if (day !== due.slice(0, 10) || time === undefined || time.right === own) continue;
    const at = passage.place(leadFrom + time.from, leadFrom + time.to);
    yield own === undefined
      ? {
          at,
          severity: 'advice',
          message: `The text says ${time.right}, and the to-do list and the calendars only say the day.`,
          suggestion: `Write the time into the item, too: due="${day}T17:00" for 5pm.`,
        }
      : {
          at,
          message: `The item says it is due at ${own}, and the text says ${time.right}.`,
          suggestion: 'Correct the one that is wrong.',
        };
  }
}
