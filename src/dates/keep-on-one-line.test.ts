import { describe, expect, it } from 'vitest';
import { runsOnOneLine } from './keep-on-one-line.ts';

const wholes = (text: string) =>
  runsOnOneLine(text)
    .filter(({ whole }) => whole)
    .map((run) => run.text);

describe('what no line may break', () => {
  it('is a short word with a hyphen, with the punctuation at it', () => {
    expect(wholes('What AS-CMS does (in-school, multi-agency) with --via')).toEqual([
      'AS-CMS',
      '(in-school,',
      '--via',
    ]);
    expect(wholes('at multi-agency hui')).toEqual(['multi-agency']);
  });

  it('is not a long one, which would leave a phone with half a line', () => {
    expect(wholes('attendance-updates.example')).toEqual([]);
  });

  it('is a date, with its year or without', () => {
    expect(wholes('By Friday 15 May 2026, or from 1 January\nto 2 April 2026.')).toEqual([
      '15 May 2026',
      '1 January',
      '2 April 2026',
    ]);
    expect(wholes('Room 2 Maybe, 3 Marches')).toEqual([]);
  });

  it('is a phone number', () => {
    expect(wholes('Ring 0800 422 599 or 04 463 8000.')).toEqual(['0800 422 599', '04 463 8000']);
  });

  it('is a name with its number', () => {
    expect(
      wholes('Quarter 1 invoices in Term 2 by section 35 of the Act 2020, Monday 27 April'),
    ).toEqual(['Quarter 1', 'Term 2', 'section 35', 'Act 2020', '27 April']);
  });

  it('leaves every letter where it was', () => {
    for (const text of [
      '',
      'plain',
      '- a',
      'AS-CMS',
      '8 May',
      'x 8 May 2026-',
      'a-b c-d\n1 June',
    ]) {
      expect(
        runsOnOneLine(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }
  });
});
