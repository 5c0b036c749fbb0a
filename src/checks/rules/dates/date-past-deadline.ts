import { formatDate } from '../../../dates/format.ts';
import { isRealDate } from '../../../dates/plain-date.ts';
import { workingDaysBetween } from '../../../dates/working-days.ts';
import { deadlinesIn } from '../../language/deadlines-in-text.ts';
import { isMailed } from '../../reading/is-mailed.ts';
import type { Page, Place } from '../../reading/page.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'date/past-deadline',
  severity: 'error',
  runs: 'front matter',
  why: 'A deadline that has passed when the edition arrives cannot be met, and one a day away hardly can.',
  failing: {
    example:
      '<Item id="a" title="Reports" action="action-required" due="2026-05-01">\n\nSend it no later than 30 April.\n\n</Item>\n\n<Survey title="survey" closes="2026-05-11">\n\nTell us.\n\n</Survey>',
    finds: ['2026-05-01', 'no later than 30 April', '2026-05-11'],
  },
  passing:
    '<Item id="a" title="Reports" action="action-required" due="2026-05-15">\n\nSend it no later than 15 May. You had it on 1 May.\n\n</Item>',
  *check(page) {
    if (!isMailed(page) || page.asAt === undefined) return;
    const sent = page.sendDay ?? page.asAt;
    for (const { at, day, what } of deadlines(page, page.asAt)) {
      const late = day < sent;
      if (!late && workingDaysBetween(sent, day) >= 2) continue;
      yield {
        at,
        severity: late ? 'error' : 'warning',
        message: late
          ? `${what} ${formatDate(day)}, which is before this edition goes out on ${formatDate(sent)}.`
          : `${what} ${formatDate(day)}, less than two working days after this edition goes out on ${formatDate(sent)}.`,
        suggestion: 'Check the date, give people longer, or leave it out.',
      };
    }
  },
} satisfies PageRule;

interface Deadline {
  at: Place;
  day: string;
  what: string;
}

function* deadlines(page: Page, asAt: string): Generator<Deadline> {
  for (const block of page.blocks) {
    const { due, closes, start } = block.props;
    if (block.name === 'Item' && due)
      yield* real(block.prop('due'), due.slice(0, 10), 'This is due on');
    if (block.name === 'Survey' && closes)
      yield* real(block.prop('closes'), closes, 'This closes on');
    if (block.name === 'Session' && start)
      yield* real(block.prop('start'), start.slice(0, 10), 'This session is on');
  }
  for (const passage of page.passages) {
    for (const { leadFrom, to, day } of deadlinesIn(passage, asAt))
      yield { at: passage.place(leadFrom, to), day, what: 'The text gives the date' };
  }
}

function* real(at: Place, day: string, what: string): Generator<Deadline> {
  if (isRealDate(day)) yield { at, day, what };
}
