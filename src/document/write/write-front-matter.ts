import { Document, isScalar, isSeq, visit } from 'yaml';
import type { z } from 'zod';

/**
 * The top of a document with its two lines of hyphens, held by types to the schema of its kind.
 * @param choices what else may stand as the value of a key: a line of its own above it, for the author
 * @throws {z.ZodError} for values that the schema refuses, which is a fault of ours
 */
export function writeFrontMatter<Schema extends z.ZodObject>(
  schema: Schema,
  values: z.input<Schema>,
  choices: { readonly [Key in keyof z.input<Schema>]?: string } = {},
): string {
  schema.parse(values);
  const document = new Document(values);
  visit(document, {
    Pair(_, { key }, path) {
      if (!isScalar(key) || path.length > 2) return;
      const choice = Object.entries<unknown>(choices).find(([name]) => name === key.value)?.[1];
      if (typeof choice === 'string') key.commentBefore = ` ${choice}`;
    },
    Seq(_, node) {
      if (isSeq(node) && node.items.every((item) => isScalar(item))) node.flow = true;
    },
  });
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---`;
}
