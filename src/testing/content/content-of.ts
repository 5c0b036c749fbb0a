import { createComponent, renderComponent, renderTemplate } from 'astro/runtime/server/index.js';
import { z } from 'zod';
import type { DocumentContent } from '../../rendering/components.ts';
import type { Flow } from '../../document/tree.ts';

/* Astro calls a component with more than its props, which its own types of one leave out. */
const component = z.custom<DocumentContent>((value) => typeof value === 'function');

/** What the compiled module of a document with this text renders, for a container without MDX. */
export const contentOf = (nodes: readonly Flow[]): DocumentContent =>
  component.parse(
    createComponent((result, props, slots) => {
      const { wrapper } = props['components'];
      return renderTemplate`${renderComponent(result, 'wrapper', wrapper, { ...props, nodes }, slots)}`;
    }),
  );
