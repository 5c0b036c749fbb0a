import { eachBlock, isBlock } from '../../document/tree.ts';
import { formatDate } from '../../dates/format.ts';
import type { Problem } from '../../problems/problem.ts';
import { allDocuments, type Content, type Document } from '../content.ts';

/** Reports what ends before it begins: sessions, periods, reviews and updates. */
export function checkDates(content: Content, problems: Problem[]): void {
  const { guidance, earlierGuidance, knownIssues } = content;
  for (const { body, file, lineAt } of allDocuments(content)) {
    for (const block of eachBlock(body)) {
      if (isBlock(block, 'Session') && block.props.end <= block.props.start) {
        problems.push({
          file,
          line: lineAt(block.at),
          expected: '<Session> with an end after its start',
          found: `start ${block.props.start} and end ${block.props.end}`,
          remedy: 'Correct one of them.',
        });
      }
      if (isBlock(block, 'Period') && block.props.to < block.props.from) {
        problems.push({
          file,
          line: lineAt(block.at),
          expected: '<Period> with "to" on or after "from"',
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
