import * as z from 'zod/mini';

/*
 * A document's text as it goes between desk and browser: the tree of src/document/tree.ts without places.
 * What the editor cannot hold goes as its source, and comes back as the stretch that it was.
 */

/** The props of a block, all of them strings. Whether they keep the contract, the desk says. */
const props = z.record(z.string(), z.string());

export type Props = z.output<typeof props>;

const text = z.strictObject({ type: z.literal('text'), value: z.string() });
const code = z.strictObject({ type: z.literal('code'), value: z.string() });
const lineBreak = z.strictObject({ type: z.literal('break') });
const sentenceBlock = z.strictObject({ type: z.literal('block'), name: z.string(), props });
const strong = z.strictObject({
  type: z.literal('strong'),
  get children(): z.ZodMiniArray<typeof inline> {
    return z.array(inline);
  },
});
const emphasis = z.strictObject({
  type: z.literal('emphasis'),
  get children(): z.ZodMiniArray<typeof inline> {
    return z.array(inline);
  },
});
const link = z.strictObject({
  type: z.literal('link'),
  to: z.string(),
  get children(): z.ZodMiniArray<typeof inline> {
    return z.array(inline);
  },
});

/** What stands within a sentence. */
export const inline = z.discriminatedUnion('type', [
  text,
  code,
  lineBreak,
  sentenceBlock,
  strong,
  emphasis,
  link,
]);

export type Inline = z.output<typeof inline>;

const words = z.array(inline);
const paragraph = z.strictObject({ type: z.literal('paragraph'), children: words });
const heading = z.strictObject({
  type: z.literal('heading'),
  rank: z.union([z.literal(1), z.literal(2)]),
  children: words,
});
const table = z.strictObject({
  type: z.literal('table'),
  align: z.array(z.union([z.literal(['left', 'center', 'right']), z.null()])),
  /** What each column holds; left out where only the first column says what is what. */
  head: z.optional(z.array(words)),
  rows: z.array(z.array(words)),
});
const list = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  numbers: z.optional(z.array(z.int().check(z.nonnegative()))),
  tight: z.boolean(),
  get items(): z.ZodMiniArray<z.ZodMiniArray<typeof flow>> {
    return z.array(z.array(flow));
  },
});
const quote = z.strictObject({
  type: z.literal('quote'),
  get children(): z.ZodMiniArray<typeof flow> {
    return z.array(flow);
  },
});
const block = z.strictObject({
  type: z.literal('block'),
  name: z.string(),
  props,
  get children(): z.ZodMiniArray<typeof flow> {
    return z.array(flow);
  },
});
/** A stretch of the source that the editor cannot hold, kept as it is written. */
const source = z.strictObject({
  type: z.literal('source'),
  from: z.int(),
  to: z.int(),
  /** What stands there, to be shown. */
  text: z.string(),
});

/** What stands on lines of its own. */
export const flow = z.discriminatedUnion('type', [
  paragraph,
  heading,
  table,
  list,
  quote,
  block,
  source,
]);

export type Flow = z.output<typeof flow>;

/** The text of a document. */
export const body = z.array(flow);
