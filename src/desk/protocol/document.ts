import * as z from 'zod/mini';
import { form } from './form.ts';
import { body } from './tree.ts';

/** A value of front matter as it is written: all words are text. */
export type Field = string | readonly Field[] | { readonly [key: string]: Field };

const field: z.ZodMiniType<Field> = z.lazy(() =>
  z.union([z.string(), z.array(field), z.record(z.string(), field)]),
);

/** Front matter as it is written, all keys of it. */
export const fields = z.record(z.string(), field);

export type Fields = z.output<typeof fields>;

/** What was refused of a document, in words that say what to do. */
export const fault = z.object({
  /** Counted from 1, in the text as it is written. */
  line: z.int(),
  message: z.string(),
  remedy: z.string(),
});

export type Fault = z.output<typeof fault>;

/** A document as it is opened. */
export const opened = z.object({
  /** Its path in the content folder: "newsletters/2026-05-08.mdx". */
  path: z.string(),
  /** What the blocks of the contract call its collection, to know where they may stand. */
  container: z.string(),
  /** The SHA-256 of its bytes, by which a change of somebody else is noticed. */
  hash: z.string(),
  /** The whole file, as text with Unix line ends. */
  text: z.string(),
  faults: z.array(fault),
  /** The form of its front matter. */
  form,
  /** Labels of the keys in it, at whatever depth. */
  labels: z.record(z.string(), z.string()),
  /** What can be edited as it will look; left out, where the file can only be shown as text. */
  rich: z.optional(z.object({ fields, body })),
});

export type Opened = z.output<typeof opened>;

/** A text of a document that is not on the disk, to be opened. */
export const openOrder = z.strictObject({ path: z.string(), text: z.string() });

/** Which document was opened, and what it said then. */
const opening = {
  path: z.string(),
  /** That of the file on the disk. */
  hash: z.string(),
  /** The whole text that was opened, where that is not what stands on the disk. */
  base: z.optional(z.string()),
};

/** A document as it shall be: front matter and text, or all of it as it is to be written. */
export const edited = z.union([
  z.strictObject({ ...opening, fields, body }),
  z.strictObject({ ...opening, text: z.string() }),
]);

export type Edited = z.output<typeof edited>;

/** What is wrong with a node that came back. */
export const nodeFault = z.object({
  /** The node: "3.0" is the first child of the fourth. */
  path: z.string(),
  /** The prop of the node. */
  prop: z.optional(z.string()),
  message: z.string(),
  remedy: z.string(),
});

export type NodeFault = z.output<typeof nodeFault>;

/** A document as it would be written, or what keeps it from that. */
export const asText = z.union([
  z.object({ text: z.string() }),
  z.object({ faults: z.array(nodeFault) }),
]);

export type AsText = z.output<typeof asText>;

/** What came of writing it. */
export const written = z.discriminatedUnion('outcome', [
  /** It stands on the disk; `changed` is false where the file said so already. */
  z.object({ outcome: z.literal('saved'), hash: z.string(), changed: z.boolean() }),
  /** The file is another than the one that was opened. Nothing was written. */
  z.object({ outcome: z.literal('changed-meanwhile'), hash: z.string(), text: z.string() }),
  /** Something keeps it from being written: nothing was. */
  z.object({
    outcome: z.literal('refused'),
    faults: z.array(nodeFault),
  }),
]);

export type Written = z.output<typeof written>;
