import { describe, expect, it } from 'vitest';
import { joinTexts } from './join-texts.ts';

describe('texts that follow one another', () => {
  it('become one, whatever white space is between them', () => {
    expect(
      joinTexts('<mj-text><p>A</p></mj-text>\n  <mj-text><p>B</p></mj-text><mj-text>C</mj-text>'),
    ).toBe('<mj-text><p>A</p><p>B</p>C</mj-text>');
  });

  it('stay apart where something stands between them', () => {
    const apart = '<mj-text>A</mj-text><mj-divider /><mj-text>B</mj-text>';
    expect(joinTexts(apart)).toBe(apart);
    const columns = '<mj-text>A</mj-text></mj-column><mj-column><mj-text>B</mj-text>';
    expect(joinTexts(columns)).toBe(columns);
  });

  it('keep a box with attributes to itself, and join again after it', () => {
    const boxed = '<mj-text css-class="box">A</mj-text>';
    expect(joinTexts(`<mj-text>1</mj-text>${boxed}<mj-text>2</mj-text><mj-text>3</mj-text>`)).toBe(
      `<mj-text>1</mj-text>${boxed}<mj-text>23</mj-text>`,
    );
    expect(joinTexts(`${boxed}\n${boxed}`)).toBe(`${boxed}\n${boxed}`);
  });

  it('flow on in a box that opens a part of the text', () => {
    expect(
      joinTexts('<mj-text>1</mj-text><mj-text mj-class="part">A</mj-text><mj-text>B</mj-text>'),
    ).toBe('<mj-text>1</mj-text><mj-text mj-class="part">AB</mj-text>');
  });

  it('leaves other elements alone', () => {
    const other = '<mj-text-like></mj-text-like><mj-button>Go</mj-button>';
    expect(joinTexts(other)).toBe(other);
  });
});
