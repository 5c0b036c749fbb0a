import { describe, expect, it } from 'vitest';
import { parseBody } from '../../document/parse-body.ts';
import { plainWords } from '../../document/parse-inline.ts';
import { isBlock } from '../../document/tree.ts';
import { dateRows } from './date-rows.ts';

const rowsOf = (list: string) =>
  parseBody(
    `<Dates id="a" title="Key dates">\n\n${list}\n\n</Dates>`,
    'newsletters',
    (line, { found }) => expect.unreachable(`line ${line}: ${found}`),
  ).flatMap((node) =>
    isBlock(node, 'Dates')
      ? dateRows(node).map(({ from, to, words: [first] }) => [
          from,
          to,
          first?.type === 'paragraph' ? plainWords(first.children) : '',
        ])
      : [],
  );

describe('the rows of key dates', () => {
  it('stand in the order of time, whatever order they were written in', () => {
    expect(
      rowsOf(
        '- <Day on="2026-07-24" /> Third\n- <Period from="2026-06-30" to="2026-07-17" /> Second\n- <Day on="2026-06-30" /> First',
      ),
    ).toEqual([
      ['2026-06-30', '2026-06-30', 'First'],
      ['2026-06-30', '2026-07-17', 'Second'],
      ['2026-07-24', '2026-07-24', 'Third'],
    ]);
  });

  it('take a colon or a dash for what sets the words apart', () => {
    expect(rowsOf('- <Day on="2026-07-24" />: One\n- <Day on="2026-07-25" /> – **Two**')).toEqual([
      ['2026-07-24', '2026-07-24', 'One'],
      ['2026-07-25', '2026-07-25', 'Two'],
    ]);
  });

  it('are none of entries without a date or without words, which are refused', () => {
    expect(rowsOf('- Friday 24 July 2026: One\n- <Day on="2026-07-24" />')).toEqual([]);
  });
});
