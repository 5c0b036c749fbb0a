import { type BlockOf, eachBlock, isBlock } from '../../document/tree.ts';
import { formatDate, isWholeDay } from '../../dates/format.ts';
import type { Problem } from '../../problems/problem.ts';
import { dateRow } from '../views/date-rows.ts';
import { allDocuments, type Content, type Document } from '../content.ts';

/** Reports what ends before it begins: periods, reviews and updates. */
export function checkDates(content: Content, problems: Problem[]): void {
  const { guidance, earlierGuidance, knownIssues } = content;
  for (const { body, file, lineAt } of allDocuments(content)) {
    for (const block of eachBlock(body)) {
      if (isBlock(block, 'Dates')) checkRows(block, file, lineAt, problems);
      if (isBlock(block, 'Period') && endsTooSoon(block.props)) {
        problems.push({
          file,
          line: lineAt(block.at),
          expected: `<Period> with "to" ${isWholeDay(block.props.from) ? 'on or after' : 'after'} "from"`,
          found: `from ${block.props.from} to ${block.props.to}`,
          remedy: 'Correct one of them, or swap the two.',
        });
      }
    }
  }
  const inOrder = (document: Document<unknown>, key: string, first: string, then: string) => {
    if (then >= first) return;
    problems.push({
      file: document.file,
      line: document.lineOf([key]),
      expected: `"${key}" on or after ${formatDate(first)}`,
      found: formatDate(then),
      remedy: 'Correct one of the two dates.',
    });
  };
  for (const page of [...guidance, ...earlierGuidance]) {
    inOrder(page, 'nextReview', page.data.lastReviewed, page.data.nextReview);
  }
  for (const issue of knownIssues) {
    inOrder(issue, 'lastUpdated', issue.data.firstReported, issue.data.lastUpdated);
  }
}

/* A day may end as it begins, a time may not. */
const endsTooSoon = ({ from, to }: { from: string; to: string }) =>
  to < from || (to === from && !isWholeDay(from));

/** Reports entries of key dates that do not begin with a date, or say nothing of it. */
function checkRows(
  { children }: BlockOf<'Dates'>,
  file: string,
  lineAt: Document<unknown>['lineAt'],
  problems: Problem[],
): void {
  const [list] = children;
  if (list?.type !== 'list') return;
  list.items.forEach((item, index) => {
    if (dateRow(item)) return;
    const [first] = item;
    const [when] = first?.type === 'paragraph' ? first.children : [];
    const isDated = when && (isBlock(when, 'Day') || isBlock(when, 'Period'));
    problems.push({
      file,
      line: lineAt(list.itemsAt[index] ?? list.at),
      expected: 'a date at the start of each entry of <Dates>, then words',
      found: isDated ? 'a date alone' : 'an entry that starts with something else',
      remedy: isDated
        ? 'Say after it, on the same line, what happens then.'
        : 'Start it with <Day on="2026-05-15" /> or <Period from="2026-07-06" to="2026-07-17" />.',
    });
  });
}
