import * as z from 'zod/mini';
import { form } from './form.ts';

/** A block of the contract, as the editor makes its node, its form and its place in menus of it. */
export const blockShape = z.object({
  name: z.string(),
  /** What people read: "Known issue". */
  label: z.string(),
  /** What it is for, in a sentence. */
  purpose: z.string(),
  holds: z.enum(['nothing', 'list', 'table', 'prose', 'blocks']),
  place: z.enum(['own-line', 'sentence', 'either']),
  /** The collections and blocks that it may stand directly in; left out, anywhere that holds blocks. */
  within: z.optional(z.array(z.string())),
  props: form,
  /** Labels of its props, in their order. */
  labels: z.record(z.string(), z.string()),
});

export type BlockShape = z.output<typeof blockShape>;

export const blockShapes = z.array(blockShape);
