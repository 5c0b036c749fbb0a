import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkBlockTypes, type TypeFault } from './check-block-types.ts';

const document = `---
title: {not MDX}
---

<Item id="a" title="A" action="soon">

Come on <Day on="2026-05-05" />, or ask <Contakt id="desk" />.

</Item>

<Callout kind="note" />

<Callout kind="note" title="Note" colour="red">

Some words.

</Callout>
`;

async function written(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'panui-types-')), 'a.mdx');
  await writeFile(file, text);
  return file;
}

describe('what an editor objects to in a document', () => {
  let faults: TypeFault[];
  beforeAll(async () => {
    faults = checkBlockTypes([await written(document)]);
  });

  it('is said of a file that is no MDX, whose blocks it cannot see', async () => {
    const file = await written('Hello.\n\nNo end <Item>.\n');
    expect(checkBlockTypes([file])).toMatchObject([{ file, line: 3, isSyntax: true }]);
  });

  it('has the line of each fault', () => {
    expect(faults.map(({ line }) => line)).toEqual([5, 7, 11, 13]);
  });

  it.each([
    ['a value that is no choice', 5, /"soon".*"action-required" \| "have-your-say"/],
    ['a block that does not exist', 7, /'Contakt' does not exist.*Did you mean 'Contact'\?/],
    ['a prop that is missing', 11, /'title' is missing in type .* required in type 'Callout'/],
    ['a prop that does not exist', 13, /'colour' does not exist on type .*Callout/],
  ])('names %s', (_, line, message) => {
    expect(faults.find((fault) => fault.line === line)?.message).toMatch(message);
  });
});
