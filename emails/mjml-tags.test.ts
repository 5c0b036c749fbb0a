import { expect, it } from 'vitest';
import { mjmlTags } from './mjml-tags.ts';

it('gives the tags of MJML their hyphen, and leaves words and classes alone', () => {
  expect(
    mjmlTags('<mj_text mj-class="card"><p>&lt;mj_raw> and mj_raw</p></mj_text><mj_spacer />'),
  ).toBe('<mj-text mj-class="card"><p>&lt;mj_raw> and mj_raw</p></mj-text><mj-spacer />');
});
