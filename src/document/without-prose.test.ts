import { expect, it } from 'vitest';
import { eachBlock } from './tree.ts';
import { eachLink } from './each-link.ts';
import { parseBody } from './parse-body.ts';
import { anchorsOf } from '../content/views/anchors.ts';
import { withoutProse } from './without-prose.ts';

const source = `---
date: 2026-05-08
---

Kia ora **koutou**, read [the guidance](/guidance/families/).

<Item id="reports" title="Reports" action="for-information">

### What to send

- Send it by **<Day on="2026-05-15" />**.
- Or do not.

> Ask the **[desk](/contacts/)**.

</Item>
`;

it('keeps every block, link and anchor of a text with its place, and none of its other words', () => {
  const body = parseBody(source, 'newsletters', (line, { found }) => {
    throw new Error(`${line}: ${found}`);
  });
  const bare = withoutProse(body);
  const seen = (nodes: typeof body) => ({
    blocks: eachBlock(nodes).map(({ name, props, at }) => ({ name, props, at })),
    links: [...eachLink(nodes)],
    anchors: anchorsOf(nodes),
  });
  expect(seen(bare)).toEqual(seen(body));
  expect(seen(bare).links).toHaveLength(2);
  expect(JSON.stringify(bare)).not.toMatch(/Kia ora|Send it|do not|Ask/);
});

it('keeps the words of key dates and attachments, which are held to how each entry begins', () => {
  const body = parseBody(
    '<Dates id="a" title="Key dates">\n\n- <Day on="2026-05-15" /> Invoices are due.\n\n</Dates>\n\n<Attachments title="Forms">\n\n- See [the form](/files/form.pdf)\n\n</Attachments>',
    'newsletters',
    (line, { found }) => {
      throw new Error(`${line}: ${found}`);
    },
  );
  expect(withoutProse(body)).toEqual(body);
});
