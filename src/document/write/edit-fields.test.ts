import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { editFields, type Fields } from './edit-fields.ts';
import { splice } from './splice.ts';

const yaml = `# Who looks after it
title:   'Home education'   # kept
summary: >-
  Two lines
  of words.


audiences: [ providers,schools ]
bulletins:
    providers:
        subject: "Due 15 May"
        preheader: Sessions
    schools:
        subject: Sessions
changes:
  -   date: 2026-05-08
      note: First published.
aliases:
  - homeschool
  - home ed
`;

const read = (text: string): Fields => parseDocument(text, { schema: 'failsafe' }).toJS();

/** The lines that a change takes and adds; all others stay. */
function change(alter: (fields: Fields) => Fields): string[] {
  const fields = alter(read(yaml));
  const written = splice(yaml, editFields(yaml, 0, fields));
  expect(read(written)).toEqual(fields);
  const [old, now] = [yaml.split('\n'), written.split('\n')];
  const added = now.filter((line) => !old.includes(line));
  expect(now.filter((line) => !added.includes(line))).toEqual(
    old.filter((line) => now.includes(line)),
  );
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...added.map((line) => `+ ${line}`),
  ];
}

describe('front matter', () => {
  it('is the same where nothing changed', () => {
    expect(change((fields) => ({ ...fields }))).toEqual([]);
    expect(editFields(yaml, 0, read(yaml))).toEqual([]);
  });

  it('changes the line of a value, and keeps the comment behind it', () => {
    expect(change((fields) => ({ ...fields, title: 'No: 1 # one' }))).toMatchInlineSnapshot(`
      [
        "- title:   'Home education'   # kept",
        "+ title:   "No: 1 # one"   # kept",
      ]
    `);
    expect(change((fields) => ({ ...fields, title: '' }))).toMatchInlineSnapshot(`
      [
        "- title:   'Home education'   # kept",
        "+ title:      # kept",
      ]
    `);
  });

  it('changes the lines of a value that has several', () => {
    expect(change((fields) => ({ ...fields, summary: 'One line.' }))).toMatchInlineSnapshot(`
      [
        "- summary: >-",
        "-   Two lines",
        "-   of words.",
        "+ summary: One line.",
      ]
    `);
  });

  it('changes one value within another', () => {
    const bulletins = {
      providers: { subject: 'Due 16 May', preheader: 'Sessions' },
      schools: { subject: 'Sessions', preheader: 'New' },
    };
    expect(change((fields) => ({ ...fields, bulletins }))).toMatchInlineSnapshot(`
      [
        "-         subject: "Due 15 May"",
        "+         subject: Due 16 May",
        "+         preheader: New",
      ]
    `);
    const changes = [{ date: '2026-05-09', note: 'First published.' }];
    expect(change((fields) => ({ ...fields, changes }))).toMatchInlineSnapshot(`
      [
        "-   -   date: 2026-05-08",
        "+   -   date: 2026-05-09",
      ]
    `);
  });

  it('writes a list anew that got longer', () => {
    const aliases = ['homeschool', 'home ed', 'unenrol'];
    expect(change((fields) => ({ ...fields, aliases }))).toMatchInlineSnapshot(`
      [
        "+   - unenrol",
      ]
    `);
    expect(change((fields) => ({ ...fields, audiences: ['schools'] }))).toMatchInlineSnapshot(`
      [
        "- audiences: [ providers,schools ]",
        "+ audiences: [schools]",
      ]
    `);
  });

  it('takes out a key with its value, and puts one in behind the key before it', () => {
    const without = (fields: Fields): Fields =>
      Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'bulletins'));
    expect(change(without)).toMatchInlineSnapshot(`
      [
        "- bulletins:",
        "-     providers:",
        "-         subject: "Due 15 May"",
        "-         preheader: Sessions",
        "-     schools:",
        "-         subject: Sessions",
      ]
    `);
    expect(change(({ title = '', ...fields }) => ({ title, topic: 'Learning at home', ...fields })))
      .toMatchInlineSnapshot(`
      [
        "+ topic: Learning at home",
      ]
    `);
    expect(change((fields) => ({ order: '1', ...fields, last: ['a'] }))).toMatchInlineSnapshot(`
      [
        "+ order: 1",
        "+ last: [a]",
      ]
    `);
  });

  it('is written whole where there was none', () => {
    expect(editFields('', 4, { title: 'A title' })).toEqual([
      { from: 4, to: 4, text: 'title: A title\n' },
    ]);
  });
});
