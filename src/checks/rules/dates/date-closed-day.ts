import { formatDate, formatLongDate } from '../../../dates/format.ts';
import { isRealDate } from '../../../dates/plain-date.ts';
import { closureOn } from '../../../dates/working-days.ts';
import { isSchoolHoliday, lastTermDay } from '../../../dates/school-terms.ts';
import { isMailed } from '../../reading/is-mailed.ts';
import type { BlockUse, Page, Place } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';
import type { Severity } from '../../severity.ts';

export default {
  id: 'date/closed-day',
  severity: 'warning',
  runs: 'front matter',
  why: 'Nobody is at their desk on a weekend or a public holiday, and nobody at school between terms.',
  failing: {
    example:
      '<Item id="a" title="Reports" action="action-required" due="2026-06-01">\n\nSend it.\n\n</Item>\n\n<Event id="e" title="Drop-in" audience="Schools" mode="online" sameContent="no">\n\n<Session id="s" start="2026-07-08T09:00" end="2026-07-08T10:00" />\n\n</Event>',
    finds: ['2026-06-01', '2026-07-08T09:00'],
  },
  passing:
    '<Item id="a" title="Reports" action="action-required" due="2026-06-02">\n\nSend it.\n\n</Item>',
  *check(page) {
    if (!isMailed(page)) return;
    yield* sentOn(page);
    for (const { at, day, block } of days(page)) {
      const closed = closedOn(day, block, page);
      if (!closed) continue;
      yield {
        at,
        severity: closed.severity,
        message: `${formatLongDate(day)} is ${closed.why}.`,
        suggestion: closed.remedy ?? 'Choose another day, or say why this one.',
      };
    }
  },
} satisfies PageRule;

/** An edition that is dated a day on which nobody is there to read it, or to answer. */
function* sentOn({ newsletter, field }: Page): Generator<Fault> {
  const date = newsletter && field('date');
  const closure = newsletter && closureOn(newsletter.data.date);
  if (!date || !closure) return;
  yield {
    at: date.place,
    severity: closure.everywhere ? 'warning' : 'advice',
    message: `This edition is dated ${formatLongDate(newsletter.data.date)}, which is ${closure.why}.`,
    suggestion: 'Choose a working day, so that people can read it, act on it and ask.',
  };
}

function closedOn(
  day: string,
  block: BlockUse,
  { newsletter }: Page,
): { why: string; severity: Severity; remedy?: string } | undefined {
  const closure = closureOn(day);
  if (closure) return { why: closure.why, severity: closure.everywhere ? 'warning' : 'advice' };
  if (!newsletter || !isForSchools(block, newsletter)) return undefined;
  const between = isSchoolHoliday(day);
  if (between) return { why: 'between terms, and this is for schools', severity: 'warning' };
  if (between === undefined && day > lastTermDay) {
    const known = formatDate(lastTermDay);
    return {
      why: `after ${known}, the last day whose school term we know`,
      severity: 'advice',
      remedy: 'Check that schools are open then.',
    };
  }
  return undefined;
}

/** Whether a block, what it stands in or, where none of them says, its whole edition is for schools. */
function isForSchools(block: BlockUse, { data }: NonNullable<Page['newsletter']>): boolean {
  for (let around: BlockUse | undefined = block; around; around = around.parent) {
    const audience = around.props['audience'];
    if (audience !== undefined) return namesSchools(audience);
  }
  return Object.keys(data.bulletins).every(namesSchools);
}

const namesSchools = (audience: string) => /school|kura/i.test(audience);

function* days({ blocks }: Page): Generator<{ at: Place; day: string; block: BlockUse }> {
  for (const block of blocks) {
    const prop = { Item: 'due', Survey: 'closes', Session: 'start' }[block.name];
    const day = prop === undefined ? undefined : block.props[prop]?.slice(0, 10);
    if (prop !== undefined && day !== undefined && isRealDate(day))
      yield { at: block.prop(prop), day, block };
  }
}
