import { describe, expect, it } from 'vitest';
import { outlineOf, toDo } from './outline.ts';
import { parseBody } from './parse-body.ts';
import { variantFor } from './variant.ts';

const item = (id: string, props: string) =>
  `<Item id="${id}" title="Title of ${id}" ${props}>\n\nWords.\n\n</Item>`;

const body = parseBody(
  [
    item('survey', 'action="have-your-say" due="2026-05-01"'),
    item('someday', 'action="action-required"'),
    item('later', 'action="action-required" due="2026-06-30" audience="providers"'),
    'Words between.',
    item('soon', 'action="action-required" due="2026-05-15"'),
    item('soon-too', 'action="action-required" due="2026-05-15"'),
    item('at-five', 'action="action-required" due="2026-05-15T17:00"'),
  ].join('\n\n'),
  'newsletters',
  (line, { found }) => expect.unreachable(`line ${line}: ${found}`),
);
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

describe('the outline of an edition', () => {
  it('has every item in the order of the text, with what it asks', () => {
    expect(ids(outlineOf(body))).toEqual([
      'survey',
      'someday',
      'later',
      'soon',
      'soon-too',
      'at-five',
    ]);
    expect(outlineOf(body)[0]).toEqual({
      id: 'survey',
      title: 'Title of survey',
      action: 'have-your-say',
      due: '2026-05-01',
    });
  });

  it('has only what a reader gets', () => {
    const variant = variantFor(body, { audience: 'schools', channel: 'email' });
    expect(ids(outlineOf(variant))).toEqual(['survey', 'someday', 'soon', 'soon-too', 'at-five']);
  });

  it('gives what must be done by due date, at a time first, then in the order of the text, without a date last', () => {
    expect(ids(toDo(outlineOf(body)))).toEqual(['at-five', 'soon', 'soon-too', 'later', 'someday']);
  });
});
