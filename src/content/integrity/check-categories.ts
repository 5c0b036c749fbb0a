import { itemsOf } from '../../document/outline.ts';
import { type BlockOf, type Flow, isBlock } from '../../document/tree.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Content } from '../content.ts';
import { categoryAnchor } from '../views/anchors.ts';

type Told = Omit<Problem, 'file' | 'line'> & { at: Flow };

/**
 * Reports categories without an item, two of one title, items that would be taken for a part of the
 * category before them, and items of a category that nobody would get.
 */
export function checkCategories({ newsletters }: Content, problems: Problem[]): void {
  for (const { body, file, lineAt } of newsletters) {
    const lineOf = (node: Flow) => lineAt(node.at);
    for (const { at, ...told } of [
      ...withoutItem(body),
      ...twice(body, lineOf),
      ...afterAll(body),
      ...forNobody(body),
    ])
      problems.push({ file, line: lineOf(at), ...told });
  }
}

const categoriesIn = (body: readonly Flow[]) => body.filter((node) => isBlock(node, 'Category'));
const named = ({ props }: BlockOf<'Category'>) => `<Category title="${props.title}">`;

/* Of one that holds nothing, or another, its parsing has told. */
const withoutItem = (body: readonly Flow[]): Told[] =>
  categoriesIn(body)
    .filter(
      ({ children }) =>
        children.length > 0 &&
        !children.some((child) => isBlock(child, 'Item') || isBlock(child, 'Category')),
    )
    .map((category) => ({
      at: category,
      expected: `an <Item> in ${named(category)}`,
      found: 'none',
      remedy: `Put items between its tags, or make it a heading: ## ${category.props.title}`,
    }));

function twice(body: readonly Flow[], lineOf: (node: Flow) => number): Told[] {
  const seen = new Map<string, BlockOf<'Category'>>();
  return categoriesIn(body).flatMap((category): Told[] => {
    const anchor = categoryAnchor(category.props.title);
    const first = seen.get(anchor);
    if (!first) {
      seen.set(anchor, category);
      return [];
    }
    return [
      {
        at: category,
        expected: 'each category with a title of its own',
        found: `${named(category)} again, first on line ${lineOf(first)}`,
        remedy: 'Move its items into the first, or give it another title.',
      },
    ];
  });
}

function afterAll(body: readonly Flow[]): Told[] {
  const first = body.findIndex((node) => isBlock(node, 'Category'));
  if (first < 0) return [];
  return body.slice(first).flatMap((node, at, after): Told[] => {
    const before = categoriesIn(after.slice(0, at)).at(-1);
    return isBlock(node, 'Item') && before
      ? [
          {
            at: node,
            expected: 'items without a category before the first category',
            found: `<Item id="${node.props.id}"> after ${named(before)}`,
            remedy:
              'Move it up, or into a category: readers would take it for a part of the one above.',
          },
        ]
      : [];
  });
}

const forNobody = (body: readonly Flow[]): Told[] =>
  itemsOf(body).flatMap(({ node, category }): Told[] => {
    const { audience } = node.props;
    const around = category?.props.audience;
    return category && audience && around && audience !== around
      ? [
          {
            at: node,
            expected: `items for ${around} in ${named(category)}, which is for ${around} only`,
            found: `<Item id="${node.props.id}"> for ${audience}, which nobody would get`,
            remedy: 'Move it out, or remove "audience" from one of the two.',
          },
        ]
      : [];
  });
