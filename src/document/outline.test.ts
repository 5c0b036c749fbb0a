import { describe, expect, it } from 'vitest';
import { byCategory, outlineOf, toDo } from './outline.ts';
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

const categories = parseBody(
  [
    item('first', 'action="for-information"'),
    `<Category title="Critical">\n\nWords before.\n\n${item('flood', 'action="action-required" audience="schools"')}\n\nWords between.\n\n${item('fire', 'action="for-information"')}\n\n</Category>`,
    `<Category title="Money" audience="providers">\n\n${item('rates', 'action="action-required" due="2026-05-15"')}\n\n</Category>`,
    `<Category title="Curriculum">\n\nWords for all.\n\n${item('maths', 'action="for-information" audience="providers"')}\n\n</Category>`,
  ].join('\n\n'),
  'newsletters',
  (line, { found }) => expect.unreachable(`line ${line}: ${found}`),
);

describe('the categories of an edition', () => {
  const groups = (audience?: 'schools' | 'providers') =>
    byCategory(outlineOf(variantFor(categories, { audience, channel: 'email' }))).map(
      ({ category, first, entries }) => `${category ?? '-'} ${first}: ${ids(entries).join(' ')}`,
    );

  it('stand in the order written, and the numbers of their items run on', () => {
    expect(groups()).toEqual([
      '- 1: first',
      'Critical 2: flood fire',
      'Money 4: rates',
      'Curriculum 5: maths',
    ]);
    expect(ids(toDo(outlineOf(categories)))).toEqual(['rates', 'flood']);
  });

  it('are not there for those who get none of their items', () => {
    expect(groups('schools')).toEqual(['- 1: first', 'Critical 2: flood fire']);
    expect(groups('providers')).toEqual([
      '- 1: first',
      'Critical 2: fire',
      'Money 3: rates',
      'Curriculum 4: maths',
    ]);
    const shown = JSON.stringify(variantFor(categories, { audience: 'schools', channel: 'web' }));
    expect(shown).not.toMatch(/Money|Curriculum|Words for all/);
  });

  it('say whom their items are for, where the items do not', () => {
    expect(outlineOf(categories).map(({ audience = 'all' }) => audience)).toEqual([
      'all',
      'schools',
      'all',
      'providers',
      'providers',
    ]);
  });
});

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
      times: [],
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
