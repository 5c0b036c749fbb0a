import { expect, it } from 'vitest';
import { blockTypes } from './block-types.ts';

it('tells an editor what a block is for, its props and their choices', () => {
  const types = blockTypes();
  expect(/ {2}interface Callout [\s\S]*?\n {2}\}/.exec(types)?.[0]).toMatchInlineSnapshot(`
    "  interface Callout {
        /** How urgent it is. */
        kind: "note" | "warning";
        /** What the callout says in short. */
        title: string;
      }"
  `);
  expect(/.*\n {2}Callout: .*/.exec(types)?.[0]).toMatchInlineSnapshot(`
    "  /** Sets one thing apart that a reader must not miss. It stands on lines of its own. It holds text. */
      Callout: (props: Blocks.Callout) => null;"
  `);
  expect(types).toContain('audience?: "providers" | "schools";');
});
