import { Document, isScalar, visit } from 'yaml';

/** How values are written. */
interface YamlForm {
  /** A line of its own above a key, for the author. */
  choices?: ReadonlyMap<string, string>;
  /** Where lists of words go. */
  lists?: 'in-line' | 'below';
}

/**
 * Values as front matter in the style of the sample documents: lists of words on one line, long
 * values not broken. All words are text, so "No" and 2026 need no quotation marks.
 */
export function toYaml(values: object, { choices, lists = 'in-line' }: YamlForm = {}): string {
  const document = new Document(values, { schema: 'failsafe' });
  visit(document, {
    Pair(_, { key }, path) {
      if (!isScalar(key) || path.length > 2) return;
      const choice = choices?.get(String(key.value));
      if (choice !== undefined) key.commentBefore = ` ${choice}`;
    },
    Seq(_, node) {
      if (lists === 'in-line' && node.items.every((item) => isScalar(item))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
