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
  /** The whole of it, as text with Unix line ends. */
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

/** A document to be opened, with the text that somebody has of it: it need not be what is on the disk. */
export const openOrder = z.strictObject({ path: z.string(), text: z.string() });

/** A document as it shall be, and the whole text that was opened: all lines of it that say the same stay. */
export const edited = z.strictObject({ path: z.string(), base: z.string(), fields, body });

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
