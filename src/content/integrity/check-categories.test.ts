import { expect, it } from 'vitest';
import { edition, refusal } from '../../testing/content/write-content.ts';

const item = (id: string, props = '') =>
  `<Item id="${id}" title="Title of ${id}" action="for-information"${props}>\n\nWords.\n\n</Item>`;
const category = (props: string, inside: string) =>
  `<Category ${props}>\n\n${inside}\n\n</Category>`;

it('tells categories that hold no item, stand twice, are not the last or have an item for nobody', async () => {
  const parts = [
    item('before'),
    category('title="Critical"', item('one')),
    category('title="Need to know"', 'Words alone.'),
    category('title="Schools" audience="schools"', item('two', ' audience="providers"')),
    item('after'),
    category('title="critical"', item('category-need-to-know')),
    'Words at the end.',
  ];
  expect(await refusal({ 'newsletters/2026-05-08.mdx': edition(parts.join('\n\n')) }))
    .toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx:25
        Expected an <Item> in <Category title="Need to know">.
        Found none.
        Put items between its tags, or make it a heading: ## Need to know

      newsletters/2026-05-08.mdx:33
        Expected items for schools in <Category title="Schools">, which is for schools only.
        Found <Item id="two"> for providers, which nobody would get.
        Move it out, or remove "audience" from one of the two.

      newsletters/2026-05-08.mdx:41
        Expected items without a category before the first category.
        Found <Item id="after"> after <Category title="Schools">.
        Move it up, or into a category: readers would take it for a part of the one above.

      newsletters/2026-05-08.mdx:47
        Expected each category with a title of its own.
        Found <Category title="critical"> again, first on line 15.
        Move its items into the first, or give it another title.

      newsletters/2026-05-08.mdx:49
        Expected an anchor that nothing else in the document has.
        Found "category-need-to-know" again, first on line 25.
        Give one of them another id, or the heading other words.

      5 problems. Nothing was changed."
    `);
});

it('tells a category within a category or an item, one of nothing, and a heading as high as its own', async () => {
  const parts = [
    category('title="Critical"', category('title="Today"', item('one'))),
    `<Item id="two" title="Two" action="for-information">\n\n${category('title="Inside"', 'Words.')}\n\n</Item>`,
    '<Category title="Curriculum" />',
    category('title="Later"', `## Maths\n\nWords.\n\n${item('three')}`),
  ];
  expect(await refusal({ 'newsletters/2026-05-08.mdx': edition(parts.join('\n\n')) }))
    .toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx:11
        Expected <Category> directly in a newsletter.
        Found it in <Category>.
        Move it there.

      newsletters/2026-05-08.mdx:23
        Expected items without a category before the first category.
        Found <Item id="two"> after <Category title="Critical">.
        Move it up, or into a category: readers would take it for a part of the one above.

      newsletters/2026-05-08.mdx:25
        Expected <Category> directly in a newsletter.
        Found it in <Item>.
        Move it there.

      newsletters/2026-05-08.mdx:33
        Expected something inside <Category>.
        Found nothing.
        Write its text between the tags, with an empty line after the opening tag.

      newsletters/2026-05-08.mdx:37
        Expected headings that start with ### or #### in <Category>.
        Found ## Maths.
        Write ### Maths.

      5 problems. Nothing was changed."
    `);
});
