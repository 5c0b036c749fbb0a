import { describe, expect, it } from 'vitest';
import { contract } from '../../blocks/contract.ts';
import { examples } from '../../blocks/examples.ts';
import { propMeanings } from '../../blocks/prop-meanings.ts';
import { eachLink } from '../../document/each-link.ts';
import { parseBody } from '../../document/parse-body.ts';
import { eachBlock } from '../../document/tree.ts';
import { readPage } from './read-page.ts';

const read = (text: string) => {
  const source = `---\ntitle: A\n---\n\n${text}`;
  return readPage({ file: '/a.mdx', kind: 'newsletters', id: 'a', source });
};

/* Every block of the contract, in an example of its own, with its props written anew: none is named here. */
const props = Object.entries(contract).flatMap(([name, { props }]) =>
  Object.keys(props.shape).map((prop) => ({ name, prop, means: propMeanings(name).get(prop)?.is })),
);
const wordProps = props.filter(({ means }) => means === 'words');
const linkProps = props.filter(({ means }) => means === 'link');

describe('the checks read of every block in the contract', () => {
  it.each(wordProps)('the words of $name.$prop', ({ name, prop }) => {
    const { passages } = read(`<${name} ${prop}="Kia ora &amp; welcome" />`);
    const own = passages.filter(({ field, block }) => field === prop && block?.name === name);
    expect(own.map(({ text }) => text)).toEqual(['Kia ora & welcome']);
    const place = own[0]?.place(0, 7);
    expect(place?.page.source.slice(place.from, place.to)).toBe('Kia ora');
  });

  it.each(linkProps)('the link of $name.$prop', ({ name, prop }) => {
    const { links } = read(`<${name} ${prop}="/guidance/" />`);
    expect(links.map(({ to, by }) => [to, by])).toEqual([['/guidance/', name]]);
  });

  it.each(
    Object.entries(examples).flatMap(([name, list]) =>
      list.map((one) => ({ block: name, ...one })),
    ),
  )('of $block what its tree holds: $name', ({ mdx, within = 'newsletters' }) => {
    const body = parseBody(mdx, within, (line, { found }) =>
      expect.unreachable(`${line}: ${found}`),
    );
    const { blocks, links } = read(mdx);
    expect(blocks.map(({ name }) => name)).toEqual(eachBlock(body).map(({ name }) => name));
    const inTree = [...eachLink(body)].map(({ to }) => to);
    expect(links.map(({ to }) => to).toSorted()).toEqual(inTree.toSorted());
  });

  it.each(
    Object.entries(contract).flatMap(([name, { place }]) =>
      place === 'own-line'
        ? []
        : examples[name as keyof typeof examples].map((one) => ({ block: name, ...one })),
    ),
  )('that $block stands in a sentence: $name', ({ mdx }) => {
    const [passage] = read(`Words ${mdx.trim()}`).passages.filter(({ kind }) => kind !== 'field');
    expect(passage?.text).not.toBe(passage?.words);
  });

  it('nothing that is a choice, a date or a name', () => {
    const { passages } = read(
      '<Item id="a" title="T" action="for-information" due="2026-05-15">\n\nW\n\n</Item>',
    );
    expect(passages.map(({ text }) => text)).toEqual(['A', 'T', 'W']);
  });
});

describe('a text with faults is read, too', () => {
  it('inside tags that are unknown, wrong, or where they may not stand', () => {
    const { passages, blocks } = read(
      '<Buton title="One">\n\nTwo\n\n</Buton>\n\n<Callout titel="x">\n\nThree\n\n</Callout>\n\n- <Callout kind="note" title="Four">\n\n  Five\n\n  </Callout>\n\nSix ~~seven~~ ![eight](/a.png)',
    );
    expect(passages.slice(1).map(({ text }) => text)).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
      'Six \ufffcseven\ufffc \ufffc',
    ]);
    expect(blocks.map(({ name }) => name)).toEqual(['Buton', 'Callout', 'Callout']);
  });

  it('with the text that follows a list which begins in bold', () => {
    const { lists } = read('- **One** and\n- two\n\nand three');
    expect(lists[0]?.after?.text).toBe('and three');
  });
});
